// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/limitrulemodel.h"

#include "app/health/limittext.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/theme.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct LimitWords
{
    LimitKind kind;
    const char *label; ///< Context "HealthLimits".
    const char *meaning; ///< Context "HealthLimits".
};

constexpr std::array<LimitWords, limitKindCount> limitWords{
    LimitWords{
        LimitKind::Stale, QT_TRANSLATE_NOOP("HealthLimits", "Stale after"),
        QT_TRANSLATE_NOOP("HealthLimits",
                          "How old the last good backup may be. Where the plan's schedule is known, it "
                          "is never less than 1¼ times the longest gap between two runs.")},
    LimitWords{LimitKind::Late, QT_TRANSLATE_NOOP("HealthLimits", "Late after"),
               QT_TRANSLATE_NOOP("HealthLimits", "How long after a planned run a good backup may come.")},
    LimitWords{LimitKind::Offline, QT_TRANSLATE_NOOP("HealthLimits", "Offline long after"),
               QT_TRANSLATE_NOOP("HealthLimits", "How long a device may not have been seen online.")},
    LimitWords{LimitKind::Fresh, QT_TRANSLATE_NOOP("HealthLimits", "New for"),
               QT_TRANSLATE_NOOP("HealthLimits",
                                 "How long a device without any backup is new and calls for nobody.")}};

const LimitWords &wordsOf(LimitKind kind)
{
    return limitWords[static_cast<size_t>(kind)];
}

LimitKind limitOfColumn(int column)
{
    return static_cast<LimitKind>(column - 1); // behind the place
}

} // namespace

QString label(LimitKind kind)
{
    return QCoreApplication::translate("HealthLimits", wordsOf(kind).label);
}

QString meaning(LimitKind kind)
{
    return QCoreApplication::translate("HealthLimits", wordsOf(kind).meaning);
}

LimitRuleModel::LimitRuleModel(const Fleet &fleet, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_titles(fleet), m_theme(theme)
{
    setBook({});
}

void LimitRuleModel::setBook(const LimitBook &book)
{
    beginResetModel();
    m_book = book;
    m_places.clear();
    for (const NamedLimitPlace &system : m_titles.all(LimitPlaceKind::System))
        m_places.append(system.place);
    for (const LimitPlace &place : book.places()) {
        if (kindOf(place) != LimitPlaceKind::System)
            m_places.append(place);
    }
    endResetModel();
}

int LimitRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int LimitRuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(limitKindCount);
}

/// A group may be called as a kind of system is.
QString LimitRuleModel::titleOf(const LimitPlace &place) const
{
    const QString title = m_titles.title(place);
    const LimitPlaceKind kind = kindOf(place);
    return kind == LimitPlaceKind::System ? title : tr("%1: %2").arg(label(kind), title);
}

std::optional<qint64> LimitRuleModel::setLimit(const LimitPlace &place, LimitKind kind) const
{
    return m_book.set(place)[static_cast<size_t>(kind)];
}

QString LimitRuleModel::limitAt(const LimitPlace &place, LimitKind kind) const
{
    const QLocale locale;
    if (const std::optional<qint64> limit = setLimit(place, kind))
        return limitText(*limit, locale);
    const MachineKind *system = std::get_if<MachineKind>(&place);
    return system ? limitText(defaultLimits(*system).of(kind), locale) : u"–"_s;
}

QString LimitRuleModel::toolTip(const LimitPlace &place, LimitKind kind) const
{
    if (setLimit(place, kind))
        return {};
    return kindOf(place) == LimitPlaceKind::System ? tr("Steward's default")
                                                   : tr("Not set here: a wider place says it");
}

QVariant LimitRuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LimitPlace &place = m_places.at(index.row());
    const bool isPlace = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
        return isPlace ? titleOf(place) : limitAt(place, limitOfColumn(index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(isPlace ? titleOf(place) : toolTip(place, limitOfColumn(index.column())));
    case Qt::ForegroundRole:
        if (!isPlace && !setLimit(place, limitOfColumn(index.column())))
            return m_theme.color(Token::Text3);
        return {};
    case Qt::AccessibleTextRole:
        if (isPlace)
            return titleOf(place);
        return tr("%1: %2").arg(label(limitOfColumn(index.column())),
                                limitAt(place, limitOfColumn(index.column())));
    default:
        return {};
    }
}

QVariant LimitRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("For") : label(limitOfColumn(section));
    if (role == Qt::ToolTipRole && section > 0)
        return plainToolTip(meaning(limitOfColumn(section)));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}
