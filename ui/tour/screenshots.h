// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/screenshotsteps.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class Theme;

/// Leads the console through its main screens, as a person would, and saves each one light and dark. A screen is taken when its
/// step says that nothing is missing; one that stays empty or busy ends the tour.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    /// Everything given outlives this. \a folder is made if it is not there; "01-welcome-light.png" and so on are put into it.
    Screenshots(ScreenshotTour tour, Theme &theme, QString folder, QObject *parent = nullptr);

    void start();

signals:
    /// \a problem is empty when every screen was saved, else one sentence.
    void finished(const QString &problem);

private:
    void beginStep();
    void look();
    QWidget *picturedWidget() const;
    QString save();
    void end(const QString &problem);

    ScreenshotTour m_tour;
    std::vector<ScreenshotStep> m_steps;
    Theme &m_theme;
    QString m_folder;
    size_t m_step = 0;
    bool m_isSettled = false;
    bool m_isOver = false;
    QTimer m_looker;
    QElapsedTimer m_waiting;
};
