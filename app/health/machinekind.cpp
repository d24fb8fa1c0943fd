// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/machinekind.h"

#include "app/devices/devicewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct KindWord
{
    QStringView word; // lower case
    MachineKind kind;
};

constexpr std::array groupWords{
    KindWord{u"server", MachineKind::Server},
    KindWord{u"servers", MachineKind::Server},
    KindWord{u"srv", MachineKind::Server},
    KindWord{u"workstation", MachineKind::Workstation},
    KindWord{u"workstations", MachineKind::Workstation},
    KindWord{u"desktop", MachineKind::Workstation},
    KindWord{u"desktops", MachineKind::Workstation},
    KindWord{u"laptop", MachineKind::Workstation},
    KindWord{u"laptops", MachineKind::Workstation},
    KindWord{u"notebook", MachineKind::Workstation},
    KindWord{u"notebooks", MachineKind::Workstation},
    KindWord{u"pc", MachineKind::Workstation},
    KindWord{u"pcs", MachineKind::Workstation},
};

// Editions of Windows that are sold for one person, as they stand behind the word Windows.
constexpr std::array<QStringView, 7> clientEditions{u"xp", u"vista", u"7", u"8", u"8.1", u"10", u"11"};

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c == u'.') {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words += word;
    return words;
}

} // namespace

MachineKind kindByOs(const QString &os)
{
    const std::optional<DeviceOs> known = deviceOs(os).known();
    if (!known)
        return MachineKind::Unsure;
    switch (*known) {
    case DeviceOs::Linux:
        return MachineKind::Linux;
    case DeviceOs::Mac:
        return MachineKind::Workstation;
    case DeviceOs::Windows:
        break;
    }
    const QStringList words = wordsOf(os);
    if (words.contains(u"server"_s))
        return MachineKind::Server;
    const bool isClient = std::ranges::any_of(
        clientEditions, [&words](const auto &edition) { return words.contains(edition); });
    return isClient ? MachineKind::Workstation : MachineKind::Unsure;
}

MachineKind kindByGroup(const QString &group)
{
    MachineKind kind = MachineKind::Unsure;
    const QStringList words = wordsOf(group);
    for (const KindWord &each : groupWords) {
        if (!words.contains(each.word))
            continue;
        if (kind != MachineKind::Unsure && kind != each.kind)
            return MachineKind::Unsure; // "Servers and desktops"
        kind = each.kind;
    }
    return kind;
}

QString label(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Workstation:
        return QCoreApplication::translate("MachineKind", "workstation");
    case MachineKind::Server:
        return QCoreApplication::translate("MachineKind", "server");
    case MachineKind::Linux:
        return QCoreApplication::translate("MachineKind", "Linux");
    case MachineKind::Unsure:
        break;
    }
    return QCoreApplication::translate("MachineKind", "server or workstation, not known which");
}
