// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitmatrix.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class Theme;

/// A list of companies with boxes to check, and a search above it. What is checked stays checked while the search hides it.
class CompanyChooser : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the chooser.
    explicit CompanyChooser(const Theme &theme, QWidget *parent = nullptr);

    /// Who can be chosen, in the order in which they stand. Those that were checked and are there still stay checked.
    void setCompanies(const QList<KitCompany> &companies);
    /// In the order of the list.
    QList<KitCompany> chosen() const;
    void choose(const QSet<CompanyKey> &companies);

signals:
    void chosenChanged();

private:
    void filter();
    void checkShown(bool isChecked);
    void take(const QListWidgetItem *item);
    void showCount();

    QList<KitCompany> m_companies;
    QSet<CompanyKey> m_chosen;
    bool m_isFilling = false;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_count;
};
