// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profiletrouble.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace {

/// Context "ProfileTrouble". %1 is the file's name, %2 its folder, %3 the name it was set aside as, %4 the detail.
struct Words
{
    ProfileTroubleKind kind;
    const char *what;
    const char *advice;
    const char *adviceWhenNotMoved;
};

constexpr std::array words{
    Words{ProfileTroubleKind::Damaged, QT_TRANSLATE_NOOP("ProfileTrouble", "%1 is damaged and was not read."),
          QT_TRANSLATE_NOOP("ProfileTrouble",
                            "Steward starts as if new there. The damaged file is kept as %3 in %2."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "Steward starts as if new there and saves nothing into it. Move the file away from %2.")},
    Words{ProfileTroubleKind::Newer,
          QT_TRANSLATE_NOOP("ProfileTrouble", "%1 was written by a newer Steward and was not read."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "Steward starts as if new there. The newer file is kept unchanged as %3 in %2: give it "
              "its name back before the newer Steward starts again."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "Steward starts as if new there and saves nothing into it. Start the newer Steward, or "
              "move the file away from %2.")},
    Words{ProfileTroubleKind::NotUnderstood,
          QT_TRANSLATE_NOOP("ProfileTrouble", "Some values of %1 are not understood: %4."),
          QT_TRANSLATE_NOOP("ProfileTrouble",
                            "The defaults hold instead. The file keeps what it says until you "
                            "change it."),
          nullptr},
    Words{ProfileTroubleKind::Unreadable, QT_TRANSLATE_NOOP("ProfileTrouble", "%1 cannot be read."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "Steward starts as if new there and saves nothing into it. Check the rights of the file "
              "in %2."),
          nullptr},
    Words{ProfileTroubleKind::NotSaved, QT_TRANSLATE_NOOP("ProfileTrouble", "%1 could not be saved."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "What you changed holds until Steward ends and is saved with the next change. Check the "
              "rights and the room of %2."),
          nullptr},
    Words{ProfileTroubleKind::InUse,
          QT_TRANSLATE_NOOP("ProfileTrouble", "Another Steward is writing %1 and does not end."),
          QT_TRANSLATE_NOOP(
              "ProfileTrouble",
              "What you changed holds until Steward ends and is saved with the next change. Close the "
              "other Steward."),
          nullptr},
};

const Words &wordsOf(ProfileTroubleKind kind)
{
    return words[static_cast<size_t>(kind)];
}

QString filled(const char *text, const ProfileTrouble &trouble)
{
    const QFileInfo file(trouble.file);
    return QCoreApplication::translate("ProfileTrouble", text)
        .replace(QLatin1StringView("%1"), visibleText(file.fileName()))
        .replace(QLatin1StringView("%2"), visibleText(QDir::toNativeSeparators(file.path())))
        .replace(QLatin1StringView("%3"), visibleText(QFileInfo(trouble.keptAs).fileName()))
        .replace(QLatin1StringView("%4"), visibleText(trouble.detail));
}

} // namespace

QString ProfileTrouble::what() const
{
    return filled(wordsOf(kind).what, *this);
}

QString ProfileTrouble::advice() const
{
    const Words &row = wordsOf(kind);
    return filled(keptAs.isEmpty() && row.adviceWhenNotMoved ? row.adviceWhenNotMoved : row.advice, *this);
}
