// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/screenshots.h"

#include "app/steward/steward.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QDir>
#include <QPixmap>

#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestWaitMs = 60'000;
constexpr QSize pictureSize(1440, 900);

struct ShadeName
{
    ThemeMode mode;
    QLatin1StringView name;
};
constexpr std::array shades{ShadeName{ThemeMode::Light, QLatin1StringView("light")},
                            ShadeName{ThemeMode::Dark, QLatin1StringView("dark")}};

} // namespace

Screenshots::Screenshots(ScreenshotTour tour, Theme &theme, QString folder, QObject *parent)
    : QObject(parent), m_tour(tour), m_steps(screenshotSteps(tour)), m_theme(theme),
      m_folder(std::move(folder))
{
    connect(&tour.steward, &Steward::sandboxFailed, this, &Screenshots::end);
    m_looker.setInterval(20ms);
    connect(&m_looker, &QTimer::timeout, this, &Screenshots::look);
}

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        end(tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    m_tour.window.resize(pictureSize);
    m_theme.setMode(ThemeMode::Light);
    beginStep();
}

void Screenshots::beginStep()
{
    if (m_step == m_steps.size()) {
        end({});
        return;
    }
    m_waiting.start();
    m_looker.start();
    m_steps[m_step].act();
}

void Screenshots::look()
{
    if (m_isOver || !m_looker.isActive())
        return;
    const ScreenshotStep &step = m_steps[m_step];
    const QString missing = step.missing();
    if (!missing.isEmpty()) {
        m_isSettled = false;
        if (m_waiting.elapsed() > longestWaitMs)
            end(tr("The screen “%1” was not ready within a minute: %2.").arg(step.name, missing));
        return;
    }
    if (!std::exchange(m_isSettled, true))
        return; // what has just come is laid out before the next look
    m_looker.stop();
    m_isSettled = false;
    if (const QString problem = save(); !problem.isEmpty()) {
        end(problem);
        return;
    }
    ++m_step;
    beginStep();
}

QWidget *Screenshots::picturedWidget() const
{
    const QString &dialog = m_steps[m_step].dialog;
    return dialog.isEmpty() ? &m_tour.window : m_tour.window.findChild<QWidget *>(dialog);
}

QString Screenshots::save()
{
    for (const ShadeName &shade : shades) {
        m_theme.setMode(shade.mode);
        const QString name =
            u"%1-%2-%3.png"_s.arg(m_step + 1, 2, 10, '0'_L1).arg(m_steps[m_step].name, shade.name);
        const QString file = QDir(m_folder).filePath(name);
        if (!picturedWidget()->grab().save(file))
            return tr("The picture %1 cannot be written.").arg(file);
    }
    m_theme.setMode(ThemeMode::Light);
    if (picturedWidget() != &m_tour.window && !m_steps[m_step].isKept)
        picturedWidget()->close();
    return {};
}

void Screenshots::end(const QString &problem)
{
    m_looker.stop();
    if (!std::exchange(m_isOver, true))
        emit finished(problem);
}
