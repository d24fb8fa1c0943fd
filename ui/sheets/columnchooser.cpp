// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/columnchooser.h"

#include "app/base/visibletext.h"
#include "ui/window/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 40;
constexpr int columnLetters = 16;
constexpr int columnsInRow = 3;
// Of a heading that the person does not want to be taken for what it says.
constexpr QLatin1StringView noColumn("-");

} // namespace

ColumnChooser::ColumnChooser(QList<ImportColumn> wanted, KnownHeadings known, QWidget *parent)
    : QWidget(parent), m_wanted(std::move(wanted)), m_known(std::move(known)),
      m_hasHeading(new QCheckBox(tr("The first line holds headings"), this))
{
    m_hasHeading->setObjectName(u"importHasHeading"_s);
    m_hasHeading->setAccessibleName(m_hasHeading->text());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (const ImportColumn &column : m_wanted) {
        auto *label = new QLabel(column.label, this);
        label->setTextFormat(Qt::PlainText);
        setInk(label, Ink::Text2);
        auto *box = new QComboBox(this);
        box->setObjectName(u"importColumn_"_s + column.key);
        box->setAccessibleName(tr("Column: %1").arg(column.label));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(columnLetters);
        const int place = static_cast<int>(m_columns.size());
        connect(box, &QComboBox::activated, this, [this, place] { choose(place); });
        grid->addWidget(label, place / columnsInRow, 2 * (place % columnsInRow));
        grid->addWidget(box, place / columnsInRow, 2 * (place % columnsInRow) + 1);
        m_columns.append(box);
    }
    const int last = static_cast<int>(m_columns.size());
    grid->addWidget(m_hasHeading, last / columnsInRow, 2 * (last % columnsInRow), 1, 2);
    grid->setColumnStretch(2 * columnsInRow, 1);
    connect(m_hasHeading, &QCheckBox::toggled, this, [this] {
        offer();
        emit changed();
    });
}

void ColumnChooser::setSheet(const CsvRow &first, bool isInOrder)
{
    m_first = first;
    m_chosen = columnsByHeading(first, m_wanted, m_known);
    const QSignalBlocker blocker(m_hasHeading);
    m_hasHeading->setChecked(isHeading(first, m_wanted, m_known));
    if (isInOrder && !hasHeading()) {
        for (qsizetype i = 0; i < m_chosen.size(); ++i)
            m_chosen[i] = static_cast<size_t>(i) < first.cells.size() ? static_cast<int>(i) : -1;
    }
    offer();
    emit changed();
}

bool ColumnChooser::hasHeading() const
{
    return m_hasHeading->isChecked();
}

ChosenColumns ColumnChooser::chosen() const
{
    return m_chosen;
}

QString ColumnChooser::whyNot() const
{
    for (qsizetype i = 0; i < m_wanted.size(); ++i) {
        if (m_wanted[i].isNeeded && m_chosen.value(i, -1) < 0)
            return tr("Choose the column for “%1”.").arg(m_wanted[i].label);
    }
    return {};
}

void ColumnChooser::offer()
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        QComboBox *box = m_columns[i];
        box->clear();
        box->addItem(m_wanted[i].isNeeded ? tr("Choose a column") : m_wanted[i].otherwise, -1);
        for (size_t place = 0; place < m_first.cells.size(); ++place)
            box->addItem(title(place), static_cast<int>(place));
        box->setCurrentIndex(m_chosen.value(i, -1) + 1);
        box->setToolTip(box->currentText());
    }
}

QString ColumnChooser::title(size_t place) const
{
    const QString text = shortenedText(visibleText(m_first.text(place)), longestTitle);
    const QString number = QLocale().toString(static_cast<qulonglong>(place + 1));
    if (hasHeading() && !text.isEmpty())
        return text;
    return text.isEmpty() ? tr("Column %1").arg(number) : tr("Column %1: %2").arg(number, text);
}

/// What the person says of a heading holds for the next sheet, too.
void ColumnChooser::choose(qsizetype column)
{
    const int before = m_chosen.value(column, -1);
    const int now = m_columns[column]->currentData().toInt();
    m_chosen[column] = now;
    if (hasHeading() && now >= 0)
        m_known.insert(foldedHeading(m_first.text(static_cast<size_t>(now))), m_wanted[column].key);
    else if (hasHeading() && before >= 0 && !m_chosen.contains(before)) // another one may have it
        m_known.insert(foldedHeading(m_first.text(static_cast<size_t>(before))), noColumn);
    m_columns[column]->setToolTip(m_columns[column]->currentText());
    emit changed();
}
