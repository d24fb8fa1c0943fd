// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/companies/companylist.h"
#include "app/devices/deviceorder.h"

#include <QList>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <optional>

class Acknowledgements;
class DeviceBar;
class DeviceDetails;
class DeviceExporter;
class DeviceGrid;
class DeviceGridActions;
class DeviceGridModel;
class DeviceQuery;
class DeviceViews;
class EmptyState;
class FilterStrip;
class Fleet;
class KnownActions;
class QAction;
class QSplitter;
class QStackedWidget;
class QueryBox;
class Theme;

/// The devices of what is chosen in the company tree: a bar with title and count, the grid, and the details of the selection.
/// Follows the fleet by itself: rows appear while they arrive, ages move on once a minute.
class DevicePage : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the page.
    DevicePage(const Fleet &fleet, Acknowledgements &known, const Theme &theme, QWidget *parent = nullptr);

    /// Shows the devices of \a scope, called \a title (a company's name, "All companies"). \a known tells what the page says where
    /// there are no rows: none there, being read, not read yet, could not be read. Cheap when only \a known changes, so
    /// it may be called whenever states of companies change.
    void setScope(const DeviceScope &scope, const QString &title, DeviceKnowledge known);
    /// There is no company to show: no account, or nothing read yet.
    void showNoCompany();

    /// Buttons of the empty states; nullptr: no button.
    void setCopyLinkAction(QAction *action); ///< A company without devices.
    void setReadAction(QAction *action); ///< Devices not read yet, or not readable last time.

    /// The accounts that are open: which of them a device is of is shown when they are several.
    void setAccounts(const QList<Account> &accounts);
    /// What the server's times are taken to be in; at first UTC.
    void setServerZone(const QTimeZone &zone);

    /// Shown beside the grid while no device is selected; nullptr: what to do to see one.
    void setUnselectedPane(QWidget *pane);

    DeviceGrid *grid() const { return m_grid; }
    /// What the query box says; the box itself is for the bar above the page.
    DeviceQuery *query() const { return m_query; }
    QueryBox *queryBox() const { return m_queryBox; }
    FilterStrip *filters() const { return m_filters; }
    /// The saved views of the account that is open.
    DeviceViews *views() const { return m_views; }
    DeviceDetails *details() const { return m_details; }
    /// Shows or hides the details pane; checkable.
    QAction *detailsAction() const { return m_detailsAction; }
    /// For the window's Device menu: details, what copies, export, select all.
    QList<QAction *> menuActions() const;
    /// What other subjects do with the selected devices: in the grid's context menu and the Device menu, behind the rest.
    void addDeviceActions(const QList<QAction *> &actions);

    /// Which columns, their widths and order, widths of grid and details: for the window's settings.
    QByteArray saveState() const;
    /// False when \a state is none that saveState() of this version gave; nothing is changed then.
    bool restoreState(const QByteArray &state);

signals:
    /// \a hidden of the \a selected devices are not shown in the present scope.
    void selectionChanged(qsizetype selected, qsizetype hidden);
    /// Something was done that the status line may say for a moment: "412 rows copied".
    void statusMessage(const QString &text);
    /// More can be done with devices now.
    void deviceActionsAdded(const QList<QAction *> &actions);

private:
    QWidget *makeArea();
    void makeDetailsAction();
    void followFleet();
    void followGrid();
    void showCount();
    void showArea();
    void showEmptyState();
    void followQuery();
    void makeBarMenus();
    void followKnown(const Acknowledgements &known);
    void takeMoment();
    void showDetailsSoon();
    void showDetails();
    void openDetails();
    void showRawData(DeviceRow device);

    const Fleet &m_fleet;
    const Theme &m_theme;
    DeviceGridModel *m_model;
    DeviceGrid *m_grid;
    DeviceGridActions *m_actions;
    DeviceDetails *m_details;
    EmptyState *m_empty;
    QStackedWidget *m_area = nullptr;
    QSplitter *m_splitter;
    QAction *m_detailsAction;
    DeviceBar *m_bar;
    DeviceQuery *m_query;
    DeviceExporter *m_exporter;
    QueryBox *m_queryBox;
    FilterStrip *m_filters;
    DeviceViews *m_views;
    KnownActions *m_knownActions;
    QAction *m_copyLinkAction = nullptr;
    QAction *m_readAction = nullptr;
    QString m_scopeTitle;
    bool m_isNoMatch = false; // the empty state speaks of the query
    std::optional<DeviceKnowledge> m_known; // none: there is no company
    QTimeZone m_serverZone = QTimeZone::utc();
    QTimer m_minute;
    QTimer m_detailsSoon;
};
