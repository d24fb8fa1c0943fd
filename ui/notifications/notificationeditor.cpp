// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationeditor.h"

#include "app/base/visibletext.h"
#include "ui/notifications/notificationform.h"
#include "ui/notifications/notificationmodel.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto pace = 80ms;
constexpr int formWidth = 300;
constexpr std::array<int, NotificationModel::columns - 1> widths{130, 130, 110, 250};

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool areSetsKnown(const std::vector<NotifiedDevice> &devices)
{
    return std::ranges::any_of(devices, [](const NotifiedDevice &device) { return device.sets.has_value(); });
}

} // namespace

NotificationEditor::NotificationEditor(Setup setup, const Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Window), m_theme(theme), m_setup(std::move(setup)),
      m_model(new NotificationModel(m_setup.devices, this)),
      m_form(new NotificationForm(offeredSets(m_setup.devices), areSetsKnown(m_setup.devices), theme, this)),
      m_table(new QTableView(this)), m_title(makeLabel(u"notificationTitle"_s, this)),
      m_summary(makeLabel(u"notificationSummary"_s, this)),
      m_note(new Note(Note::Kind::Warning, theme, this)),
      m_trouble(new Note(Note::Kind::Warning, theme, this)), m_progress(new ProgressLine(theme, this)),
      m_export(makeButton(u"exportNotifications"_s, tr("Result as a sheet…"))),
      m_cancelRest(makeButton(u"cancelNotifications"_s, tr("Cancel the rest"))),
      m_close(makeButton(u"closeNotifications"_s, tr("Close"))), m_set(makeButton(u"setNotifications"_s, {}))
{
    setObjectName(u"notificationEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("E-mail notification"));
    makeTable();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(20);
    row->addWidget(makeLeft(theme));
    row->addWidget(makeRight(), 1);
    resize(1120, 680);
    for (QTimer *timer : {&m_wishSoon, &m_runSoon}) {
        timer->setSingleShot(true);
        timer->setInterval(pace);
    }
    connect(&m_wishSoon, &QTimer::timeout, this, &NotificationEditor::showWish);
    connect(&m_runSoon, &QTimer::timeout, this, &NotificationEditor::showRun);
    connect(m_form, &NotificationForm::changed, &m_wishSoon, qOverload<>(&QTimer::start));
    connect(m_set, &QPushButton::clicked, this, &NotificationEditor::press);
    connect(m_close, &QPushButton::clicked, this, &NotificationEditor::reject);
    connect(m_cancelRest, &QPushButton::clicked, this, &NotificationEditor::cancelRest);
    connect(m_export, &QPushButton::clicked, this, &NotificationEditor::exportResult);
    connect(&theme, &Theme::changed, this, [this] { m_title->setFont(m_theme.font(TextStyle::Title)); });
    showWish();
}

QPushButton *NotificationEditor::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void NotificationEditor::makeTable()
{
    setUpPlainTable(m_table, u"notificationPreview"_s, tr("What is sent to whom"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    for (size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), widths.at(column));
}

QWidget *NotificationEditor::makeLeft(const Theme &theme)
{
    auto *left = new QWidget(this);
    const qsizetype count = std::ssize(m_setup.devices);
    m_title->setText(count == 1 ? tr("Notification of %1").arg(visibleText(m_setup.devices.front().name))
                                : tr("Notification of %1 devices").arg(QLocale().toString(count)));
    m_title->setFont(theme.font(TextStyle::Title));
    m_note->setObjectName(u"notificationNote"_s);
    QString note = tr("The present setting cannot be read from the API. What is set here replaces it, the "
                      "addresses too; IDrive does not state that it adds to them.");
    if (!m_setup.remark.isEmpty())
        note += u'\n' + m_setup.remark;
    m_note->setTexts({}, note);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_form, 1);
    m_form->setVisible(!isFromSheet());
    if (isFromSheet())
        column->addStretch(1);
    auto *area = new QScrollArea(this); // a low screen, or many sets
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFixedWidth(formWidth + area->verticalScrollBar()->sizeHint().width());
    area->setWidget(left);
    return area;
}

QWidget *NotificationEditor::makeRight()
{
    auto *right = new QWidget(this);
    m_progress->setObjectName(u"notificationProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_trouble->setObjectName(u"notificationTrouble"_s);
    m_trouble->hide();
    m_export->hide();
    m_cancelRest->hide();
    setKind(m_set, ButtonKind::Main);
    setInk(m_summary, Ink::Text2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_export);
    buttons->addWidget(m_cancelRest);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_set);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    return right;
}

void NotificationEditor::showWish()
{
    if (isUnderWay())
        return;
    m_runs.clear(); // another setting begins
    m_isAsking = false;
    m_export->hide();
    m_progress->hide();
    m_set->show();
    m_model->setPlanned(isFromSheet() ? m_setup.planned
                                      : plannedNotifications(m_setup.devices, m_form->wish()));
    const QLocale locale;
    const QStringList faults = isFromSheet() ? QStringList() : m_form->faults();
    const qsizetype sent = m_model->sentCount();
    QString summary = sent == 1
        ? tr("1 setting will be sent.")
        : tr("%1 settings will be sent, one after the other.").arg(locale.toString(sent));
    if (m_model->leftOutCount() > 0)
        summary += u' ' + tr("%1 are left out.").arg(locale.toString(m_model->leftOutCount()));
    m_summary->setText(faults.isEmpty() ? summary : visibleText(faults.first()));
    m_trouble->hide();
    m_set->setText(sent == 1 ? tr("Set 1 notification")
                             : tr("Set %1 notifications").arg(locale.toString(sent)));
    m_set->setEnabled(faults.isEmpty() && sent > 0);
    m_set->setToolTip(faults.isEmpty() ? QString() : visibleText(faults.first()));
}

/// The first press asks, the second one sends.
void NotificationEditor::press()
{
    if (m_wishSoon.isActive()) { // what was typed last is not in the preview yet
        m_wishSoon.stop();
        showWish();
        return;
    }
    if (m_isAsking) {
        start();
        return;
    }
    if (!m_runs.empty()) {
        retry();
        return;
    }
    m_isAsking = true;
    const QLocale locale;
    const qsizetype sent = m_model->sentCount();
    m_trouble->setTexts({},
                        (sent == 1
                             ? tr("This replaces the notification of %1.")
                                   .arg(m_model->text(0, NotificationModel::DeviceColumn))
                             : tr("This replaces %1 notifications of %2 devices. It takes about a second for "
                                  "each, and can be cancelled in between.")
                                   .arg(locale.toString(sent), locale.toString(std::ssize(m_setup.devices))))
                            + u' ' + tr("It cannot be taken back: the present setting is not known."));
    m_trouble->show();
    m_set->setText(sent == 1 ? tr("Replace 1 notification")
                             : tr("Replace %1 notifications").arg(locale.toString(sent)));
    m_close->setFocus(); // Return is not yes
}
