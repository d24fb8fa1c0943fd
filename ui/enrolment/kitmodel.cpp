// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitmodel.h"

#include "app/base/visibletext.h"
#include "app/enrolment/configurationid.h"
#include "app/enrolment/setuplink.h"
#include "ui/widgets/plaintooltip.h"

using namespace Qt::StringLiterals;

namespace {

// IDs begin and end alike: {"token":"…: what differs stands behind the name of the first field.
constexpr qsizetype sameBeginning = 12;
constexpr qsizetype shownDigits = 10;

} // namespace

KitModel::KitModel(KitMatrix &matrix, QObject *parent) : QAbstractTableModel(parent), m_matrix(matrix)
{
    connect(&matrix, &KitMatrix::companiesChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&matrix, &KitMatrix::cellChanged, this, &KitModel::takeCell);
}

void KitModel::setOptions(SetupOptions options)
{
    if (options == m_options)
        return;
    m_options = options;
    if (rowCount() > 0)
        emit dataChanged(index(0, IdColumn), index(rowCount() - 1, columns - 1));
}

std::optional<SetupSystem> KitModel::systemOf(int column)
{
    if (column < FirstSystem || column >= columns)
        return std::nullopt;
    return allSetupSystems.at(static_cast<size_t>(column - FirstSystem));
}

const KitCell &KitModel::cellAt(const QModelIndex &index) const
{
    return m_matrix.cell({index.row(), systemOf(index.column()).value_or(SetupSystem::Win), m_options});
}

const SetupKit *KitModel::anyKit(int row) const
{
    for (const SetupSystem system : allSetupSystems) {
        const KitCell &cell = m_matrix.cell({row, system, m_options});
        if (cell.kit && !cell.kit->configurationId.isEmpty())
            return &*cell.kit;
    }
    return nullptr;
}

QStringList KitModel::disagreements(int row) const
{
    QStringList sentences;
    for (const SetupSystem system : allSetupSystems) {
        for (const QString &sentence : m_matrix.cell({row, system, m_options}).check.disagreements)
            sentences << label(system) + u": "_s + sentence;
    }
    return sentences;
}

void KitModel::takeCell(const KitPlace &place)
{
    if (place.options != m_options)
        return;
    const int row = static_cast<int>(place.company);
    const int column = columnOf(place.system);
    emit dataChanged(index(row, column), index(row, column));
    emit dataChanged(index(row, IdColumn), index(row, FlagsColumn));
}

int KitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.companyCount());
}

int KitModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant KitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s
                       + text(index));
    case Qt::ToolTipRole:
        return plainToolTip(explanation(index));
    case ValueRole:
        return value(index);
    case LookRole:
        return static_cast<int>(look(index));
    default:
        return {};
    }
}

QVariant KitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    const std::optional<SetupSystem> system = systemOf(section);
    if (role == Qt::ToolTipRole)
        return system ? label(*system) : QString();
    if (role != Qt::DisplayRole)
        return {};
    if (system)
        return wireWord(*system);
    return section == NameColumn ? tr("Company")
        : section == IdColumn    ? tr("Configuration ID")
                                 : tr("Flags, decoded");
}

QString KitModel::text(const QModelIndex &index) const
{
    switch (index.column()) {
    case NameColumn:
        return visibleText(m_matrix.company(index.row()).title);
    case IdColumn: {
        const SetupKit *kit = anyKit(index.row());
        if (!kit)
            return u"–"_s;
        return kit->configurationId.size() <= sameBeginning + shownDigits
            ? visibleText(kit->configurationId)
            : u'…' + visibleText(kit->configurationId.mid(sameBeginning, shownDigits)) + u'…';
    }
    case FlagsColumn:
        return flagsText(index.row());
    default:
        return cellText(cellAt(index));
    }
}

QString KitModel::cellText(const KitCell &cell) const
{
    switch (cell.state) {
    case KitCellState::NotAsked:
        return tr("not read");
    case KitCellState::Waiting:
        return tr("waiting");
    case KitCellState::Asking:
        return tr("asking…");
    case KitCellState::Refused:
        return tr("refused");
    case KitCellState::Ready:
        break;
    }
    const QString token = visibleText(readSetupLink(cell.kit->setupLink).token);
    return token.isEmpty() ? (cell.kit->setupLink.isEmpty() ? tr("no link") : tr("odd link")) : token;
}

QString KitModel::flagsText(int row) const
{
    const SetupKit *kit = anyKit(row);
    if (!kit)
        return u"–"_s;
    if (const QStringList all = disagreements(row); !all.isEmpty())
        return all.size() == 1 ? tr("1 disagreement") : tr("%1 disagreements").arg(all.size());
    const std::optional<ConfigurationId> id = decodedConfigurationId(kit->configurationId);
    if (!id)
        return tr("cannot be read");
    const auto said = [](std::optional<bool> flag) {
        return !flag ? tr("not said") : *flag ? tr("yes") : tr("no");
    };
    return tr("private %1, full %2").arg(said(id->encryptionRequired), said(id->desktopAppStatus));
}

QString KitModel::value(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return m_matrix.company(index.row()).title;
    if (index.column() == IdColumn) {
        const SetupKit *kit = anyKit(index.row());
        return kit ? kit->configurationId : QString();
    }
    if (!systemOf(index.column()))
        return {};
    const KitCell &cell = cellAt(index);
    return cell.kit ? cell.kit->setupLink : QString();
}

QString KitModel::explanation(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return text(index);
    if (index.column() == FlagsColumn)
        return disagreements(index.row()).join(u'\n');
    if (!systemOf(index.column()))
        return {}; // what enrols devices is in no tooltip
    const KitCell &cell = cellAt(index);
    QStringList sentences = cell.check.disagreements;
    if (cell.error)
        sentences << cell.error->what() + u' ' + cell.error->advice();
    return sentences.join(u'\n');
}

KitModel::Look KitModel::look(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return Look::Plain;
    if (index.column() == IdColumn)
        return anyKit(index.row()) ? Look::Secret : Look::Quiet;
    if (index.column() == FlagsColumn)
        return !anyKit(index.row())                ? Look::Quiet
            : disagreements(index.row()).isEmpty() ? Look::Plain
                                                   : Look::Warning;
    const KitCell &cell = cellAt(index);
    if (cell.state == KitCellState::Refused)
        return Look::Refused;
    if (cell.state != KitCellState::Ready)
        return Look::Quiet;
    return cell.check.disagreements.isEmpty() && !cell.error ? Look::Secret : Look::Warning;
}
