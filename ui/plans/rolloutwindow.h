// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/rolloutmodel.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class Note;
class PlanEffectModel;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;
class Theme;

/// One plan for many companies: a template, the companies, the devices of each by a query; then one table of what would happen, and after the
/// confirmation of what came of it. Not modal, deletes itself when it is closed; what was confirmed goes on then, in the journal's sight.
class RollOutWindow : public QDialog
{
    Q_OBJECT

public:
    /// All companies, with the number of devices that fit \a query, or why it cannot be read.
    using Companies = std::function<tl::expected<QList<FittingCompany>, QString>(const QString &query)>;
    /// \a companies with the devices themselves. \a query is one that can be read.
    using Targets =
        std::function<QList<RollOutTarget>(const QString &query, const QList<FittingCompany> &companies)>;

    /// Companies that are ticked with one click.
    struct Choice
    {
        QString text{}; ///< Plain text.
        QSet<CompanyKey> companies{};
    };

    struct Setup
    {
        PlanRollOut::Setup rollOut;
        Companies companies;
        Targets targets;
        QSet<CompanyKey> ticked{}; ///< To begin with.
        Choice wider{}; ///< Offered beside all and none, when it has companies.
        PlanDraft draft{}; ///< The template; one with nothing to back up: none is chosen yet.
    };

    /// \a plans and \a theme outlive the window.
    RollOutWindow(Setup setup, PlanList &plans, const Theme &theme, QWidget *parent);

    /// What shows a run that was begun here: pause, go on, cancel the rest, sheet.
    void setRunPart(QWidget *part);
    /// Takes the template in the file at \a path, or says what is wrong with it.
    void openTemplate(const QString &path);

signals:
    /// A run was begun.
    void runBegun(RunId run);

private:
    QWidget *makeForm();
    QWidget *makeTables();
    QWidget *makeFoot();
    QTableView *makeTable(const QString &name, const QString &accessibleName);
    void connectParts();
    void askForTemplate();
    void takeEdit();
    void findDevices();
    void follow();
    void showState();
    void showButtons();
    void showCompany();
    QString summary() const;
    PlanDraft draft() const;
    void pressMain();
    void askAndApply();

    const Theme &m_theme;
    Setup m_setup;
    PlanRollOut *m_rollOut;
    RollOutModel *m_model;
    PlanEffectModel *m_effects;
    QLineEdit *m_name;
    QLineEdit *m_query;
    QLabel *m_template;
    QLabel *m_querySays;
    QLabel *m_summary;
    QLabel *m_company;
    Note *m_trouble;
    QPushButton *m_open;
    QPushButton *m_all;
    QPushButton *m_none;
    QPushButton *m_wider;
    QTableView *m_companies;
    QTableView *m_devices;
    QPushButton *m_again;
    QPushButton *m_main;
    QVBoxLayout *m_column;
    QTimer m_findSoon;
    QTimer m_showSoon; // rows change by the hundred while plans are read
    size_t m_runsTold = 0;
};
