// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantable.h"
#include "ui/sheets/exportform.h"

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class CoverageRail;
class EmptyState;
class ExportDialog;
class Fleet;
class Note;
class PlanBar;
class PlanDetails;
class PlanGrid;
class PlanModel;
class PlanQuery;
class QAction;
class QSplitter;
class QStackedWidget;
class QueryBox;
class QVBoxLayout;
class Theme;

/// The backup plans of what is chosen in the company tree: a bar that says how much of them was read, the grid, and the details of the one that
/// is selected. Plans are read when the person asks; rows appear while lists arrive.
class PlanPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    PlanPage(Fleet &fleet, const Theme &theme, QWidget *parent = nullptr);

    /// Shows the plans of \a company, or of all of them, called \a title.
    void setScope(const std::optional<CompanyKey> &company, const QString &title);

    PlanGrid *grid() const { return m_grid; }
    PlanModel *model() const { return m_model; }
    PlanQuery *query() const { return m_query; }
    QueryBox *queryBox() const { return m_queryBox; }
    PlanDetails *details() const { return m_details; }
    CoverageRail *coverage() const { return m_coverage; }
    QAction *detailsAction() const { return m_detailsAction; }
    /// For a menu: read, stop, show devices, copy, export, details.
    QList<QAction *> menuActions() const { return m_actions; }
    /// Reads the plans of the scope.
    void read();

signals:
    /// A new plan is to be made that is like \a plan of \a company.
    void planLikeRequested(const CompanyKey &company, const Plan &plan);
    /// \a query of the device grid shows the devices of a plan, or of a line of the coverage.
    void devicesRequested(const QString &query);
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    void layOut();
    void makeActions();
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &key = {});
    void connectParts();
    void showSoon();
    void showAll();
    void showArea();
    void showEmptyState();
    void showDetails();
    void showDetails(PlanRow row);
    void showDevices();
    void requestPlanLike();
    void copyRows();
    void copyIds();
    void openExport();
    void choosePrimary();
    QString nameOfDevice(const CompanyKey &company, const DeviceId &device) const;

    enum class Empty { NotRead, Reading, Failed, None, NoMatch };

    Fleet &m_fleet;
    const Theme &m_theme;
    PlanModel *m_model;
    PlanGrid *m_grid;
    PlanQuery *m_query;
    QueryBox *m_queryBox;
    PlanDetails *m_details;
    EmptyState *m_empty;
    Note *m_trouble;
    QStackedWidget *m_area;
    QSplitter *m_splitter;
    CoverageRail *m_coverage;
    QAction *m_readAction = nullptr;
    QAction *m_stopAction = nullptr;
    QAction *m_devicesAction = nullptr;
    QAction *m_likeAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_copyIdsAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_detailsAction = nullptr;
    QList<QAction *> m_actions;
    PlanBar *m_bar = nullptr;
    QString m_title;
    std::optional<Plan> m_detailed; // what the details show
    qsizetype m_devicesDetailed = -1; // how many devices there were then
    Empty m_emptyKind = Empty::NotRead;
    ExportHabits m_habits;
    QPointer<ExportDialog> m_export;
    QTimer m_showSoon;
};
