// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planeffectmodel.h"

#include "app/base/visibletext.h"

using namespace Qt::StringLiterals;

void PlanEffectModel::setImpact(PlanImpact impact, const QString &planName)
{
    beginResetModel();
    m_impact = std::move(impact);
    m_planName = planName;
    endResetModel();
}

int PlanEffectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_impact.devices.size());
}

int PlanEffectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanEffectModel::cell(const DeviceEffect &effect, int column) const
{
    switch (column) {
    case Device:
        return visibleText(effect.device.name.isEmpty() ? effect.device.id.text() : effect.device.name);
    case System:
        return visibleText(label(effect.device.os));
    case Effect:
        return label(effect.kind);
    case PlanNow:
        return effect.planNow.isEmpty() ? tr("no plan in this set") : visibleText(effect.planNow);
    case PlanAfter:
        if (effect.kind == PlanEffectKind::NotMentioned)
            return tr("not known");
        return visibleText(effect.kind == PlanEffectKind::LeftOut ? effect.planNow : m_planName);
    default:
        return effect.why;
    }
}

QVariant PlanEffectModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return cell(m_impact.devices[static_cast<size_t>(index.row())], index.column());
}

QVariant PlanEffectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Device:
        return tr("Device");
    case System:
        return tr("System");
    case Effect:
        return tr("Effect");
    case PlanNow:
        return tr("Plan now");
    case PlanAfter:
        return tr("Plan after");
    default:
        return tr("Why");
    }
}

QString PlanEffectModel::text() const
{
    QStringList lines;
    for (const DeviceEffect &effect : m_impact.devices) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(cell(effect, column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}
