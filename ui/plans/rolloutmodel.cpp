// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/rolloutmodel.h"

#include "app/changes/changestate.h"

#include <QLocale>

#include <algorithm>

RollOutModel::RollOutModel(const PlanRollOut &rollOut, QObject *parent)
    : QAbstractTableModel(parent), m_rollOut(rollOut)
{ }

void RollOutModel::setCompanies(const QList<FittingCompany> &companies)
{
    beginResetModel();
    m_companies = companies;
    m_places.clear();
    for (int row = 0; row < rowCount(); ++row)
        m_places.insert(m_companies.at(row).company, row);
    endResetModel();
    emit tickedChanged();
}

void RollOutModel::tick(const QSet<CompanyKey> &companies)
{
    m_ticked = companies;
    announce();
}

void RollOutModel::tickAll(bool isTicked)
{
    m_ticked.clear();
    for (const FittingCompany &company : std::as_const(m_companies)) {
        if (isTicked)
            m_ticked.insert(company.company);
    }
    announce();
}

void RollOutModel::announce()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit tickedChanged();
}

void RollOutModel::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
}

QList<FittingCompany> RollOutModel::ticked() const
{
    QList<FittingCompany> ticked;
    std::ranges::copy_if(m_companies, std::back_inserter(ticked), [this](const FittingCompany &company) {
        return m_ticked.contains(company.company);
    });
    return ticked;
}

const RollOutRow *RollOutModel::prepared(int row) const
{
    const auto found = m_prepared.constFind(m_companies.at(row).company);
    return found == m_prepared.cend() || *found >= m_rollOut.rows().size() ? nullptr
                                                                           : &m_rollOut.rows()[*found];
}

void RollOutModel::takeRows()
{
    m_prepared.clear();
    for (size_t i = 0; i < m_rollOut.rows().size(); ++i)
        m_prepared.insert(m_rollOut.rows()[i].target.company, i);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RollOutModel::takeRow(int preparedRow)
{
    const CompanyKey &key = m_rollOut.rows()[static_cast<size_t>(preparedRow)].target.company;
    if (const auto row = m_places.constFind(key); row != m_places.cend())
        emit dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
}

int RollOutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_companies.size());
}

int RollOutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RollOutModel::stateText(int row) const
{
    const RollOutRow *known = prepared(row);
    if (!known)
        return {};
    switch (known->state) {
    case RollOutState::Reading:
        return tr("Its plans are being read");
    case RollOutState::LeftOut:
        return tr("Left out: %1").arg(known->why);
    case RollOutState::Reckoned:
        return known->isAsked ? tr("As IDrive answered the dry run") : tr("Steward’s own reckoning");
    case RollOutState::Sent:
        return tr("Waits for its turn");
    case RollOutState::Ended:
        return tr("%1: %2", "state of a change, what came of it")
            .arg(label(known->change.value_or(ChangeState::Unknown)), known->why);
    }
    return {};
}

QString RollOutModel::cell(int row, int column) const
{
    const FittingCompany &company = m_companies.at(row);
    const auto number = [](qsizetype count) {
        return QLocale().toString(count);
    };
    if (column == Company)
        return company.title;
    if (column == Devices)
        return number(company.devices);
    if (column == State)
        return stateText(row);
    const RollOutRow *known = prepared(row);
    if (!known || known->state == RollOutState::Reading || known->state == RollOutState::LeftOut)
        return {};
    return number(known->impact.count(planEffectKinds.at(static_cast<size_t>(column - Replaced))));
}

QVariant RollOutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::CheckStateRole && index.column() == Company)
        return m_ticked.contains(m_companies.at(index.row()).company) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && index.column() >= Devices && index.column() <= NotMentioned)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? cell(index.row(), index.column()) : QVariant();
}

bool RollOutModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Company || !m_isOpen)
        return false;
    const CompanyKey &key = m_companies.at(index.row()).company;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(key);
    else
        m_ticked.remove(key);
    emit dataChanged(index, index);
    emit tickedChanged();
    return true;
}

QVariant RollOutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && section >= Devices
        && section <= NotMentioned)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Company:
        return tr("Company");
    case Devices:
        return tr("Devices");
    case Replaced:
        return tr("Replaced");
    case First:
        return tr("First plan");
    case LeftOut:
        return tr("Left out");
    case NotMentioned:
        return tr("Not mentioned");
    default:
        return tr("What is known");
    }
}

Qt::ItemFlags RollOutModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Company && m_isOpen ? usual | Qt::ItemIsUserCheckable : usual;
}
