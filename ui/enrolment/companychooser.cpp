// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/companychooser.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int itemHeight = 24;

CompanyChooser::CompanyChooser(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_count(new QLabel(this))
{
    setObjectName(u"companyChooser"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_search->setObjectName(u"findKitCompany"_s);
    m_search->setPlaceholderText(tr("Find a company"));
    m_search->setAccessibleName(tr("Find a company"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(glyphIcon(theme, Glyph::Search), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"kitCompanies"_s);
    m_list->setAccessibleName(tr("Companies for the setup kit"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setAutoFillBackground(false); // the ground of the whole side
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_count->setObjectName(u"kitCompanyCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    setInk(m_count, Ink::Text2);

    const auto makeButton = [this](const QString &name, const QString &text, bool isChecked) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        setKind(button, ButtonKind::Link);
        connect(button, &QToolButton::clicked, this, [this, isChecked] { checkShown(isChecked); });
        return button;
    };
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_count, 1);
    buttons->addWidget(makeButton(u"checkShownCompanies"_s, tr("All shown"), true));
    buttons->addWidget(makeButton(u"uncheckShownCompanies"_s, tr("None"), false));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addLayout(buttons);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CompanyChooser::filter);
    connect(m_list, &QListWidget::itemChanged, this, &CompanyChooser::take);
    showCount();
}

void CompanyChooser::setCompanies(const QList<KitCompany> &companies)
{
    if (companies == m_companies)
        return;
    m_companies = companies;
    QSet<CompanyKey> still;
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_list->clear();
        for (const KitCompany &company : companies) {
            const QString title = visibleText(company.title);
            auto *item = new QListWidgetItem(title, m_list);
            item->setToolTip(plainToolTip(title));
            item->setSizeHint({0, itemHeight});
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            const bool isChosen = m_chosen.contains(company.key);
            item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
            if (isChosen)
                still.insert(company.key);
        }
    }
    m_chosen = still;
    filter();
    showCount();
    emit chosenChanged(); // also when only names are others
}

QList<KitCompany> CompanyChooser::chosen() const
{
    QList<KitCompany> chosen;
    for (const KitCompany &company : m_companies) {
        if (m_chosen.contains(company.key))
            chosen << company;
    }
    return chosen;
}

void CompanyChooser::choose(const QSet<CompanyKey> &companies)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_chosen.clear();
        for (int row = 0; row < m_list->count(); ++row) {
            const bool isChosen = companies.contains(m_companies[row].key);
            m_list->item(row)->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
            if (isChosen)
                m_chosen.insert(m_companies[row].key);
        }
    }
    showCount();
    emit chosenChanged();
}

void CompanyChooser::filter()
{
    const QString text = m_search->text().trimmed();
    for (int row = 0; row < m_list->count(); ++row) {
        const KitCompany &company = m_companies[row];
        m_list->setRowHidden(
            row, !company.title.contains(text, Qt::CaseInsensitive) && company.key.company.text() != text);
    }
}

void CompanyChooser::checkShown(bool isChecked)
{
    QSet<CompanyKey> chosen = m_chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->isRowHidden(row))
            continue;
        if (isChecked)
            chosen.insert(m_companies[row].key);
        else
            chosen.remove(m_companies[row].key);
    }
    choose(chosen);
}

void CompanyChooser::take(const QListWidgetItem *item)
{
    if (m_isFilling)
        return;
    const CompanyKey &key = m_companies[m_list->row(item)].key;
    const bool isChecked = item->checkState() == Qt::Checked;
    if (isChecked == m_chosen.contains(key))
        return;
    if (isChecked)
        m_chosen.insert(key);
    else
        m_chosen.remove(key);
    showCount();
    emit chosenChanged();
}

void CompanyChooser::showCount()
{
    m_count->setText(
        tr("%1 of %2").arg(QLocale().toString(m_chosen.size()), QLocale().toString(m_companies.size())));
}
