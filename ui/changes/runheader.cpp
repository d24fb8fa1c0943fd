// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/runheader.h"

#include "app/base/visibletext.h"
#include "app/steward/accountchanges.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int percentOfAll = 100;

QString runCountsText(const RunCounts &counts)
{
    QStringList parts;
    for (const ChangeState state :
         {ChangeState::Done, ChangeState::DoneInPart, ChangeState::Refused, ChangeState::NotSent,
          ChangeState::Unknown, ChangeState::Running, ChangeState::Waiting}) {
        if (const qsizetype count = counts.of(state); count > 0)
            parts << RunHeader::tr("%1 %2", "a number, and a state: 3 refused")
                         .arg(QLocale().toString(count), label(state).toLower());
    }
    return parts.join(u", "_s);
}

RunHeader::RunHeader(AccountChanges &changes, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_changes(changes), m_theme(theme), m_title(new ElidedLabel(this)),
      m_target(new ElidedLabel(this)), m_progress(new ProgressLine(theme, this)), m_sum(new QLabel(this)),
      m_counts(new ElidedLabel(this)), m_pace(new ElidedLabel(this)),
      m_pause(makeButton(u"pauseRun"_s, tr("Pause"))), m_goOn(makeButton(u"goOnRun"_s, tr("Go on"))),
      m_cancelRest(makeButton(u"cancelRestOfRun"_s, tr("Cancel the rest"))),
      m_retry(makeButton(u"retryRun"_s, tr("Send again what was not done"))),
      m_showOnly(makeButton(u"showOnlyRun"_s, tr("Show only these"))),
      m_sheet(makeButton(u"sheetOfRun"_s, tr("Save result sheet…")))
{
    setObjectName(u"runHeader"_s);
    setAccessibleName(tr("Run"));
    setLeadingIcon(m_pause, glyphIcon(theme, Glyph::Pause));
    setLeadingIcon(m_goOn, glyphIcon(theme, Glyph::Play));
    setLeadingIcon(m_cancelRest, glyphIcon(theme, Glyph::Stop));
    setLeadingIcon(m_retry, glyphIcon(theme, Glyph::Refresh));
    setLeadingIcon(m_sheet, glyphIcon(theme, Glyph::Export));
    layOut();
    connectParts();
    hide();
}

QPushButton *RunHeader::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false); // in a dialog, Return is for none of them
    return button;
}

void RunHeader::layOut()
{
    m_title->setObjectName(u"runTitle"_s);
    m_target->setObjectName(u"runTarget"_s);
    m_sum->setObjectName(u"runSum"_s);
    m_counts->setObjectName(u"runCounts"_s);
    m_pace->setObjectName(u"runPace"_s);
    m_title->setFont(m_theme.font(TextStyle::Title));
    m_sum->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(u"runProgress"_s);
    m_progress->setAccessibleName(tr("How much of the run is over"));
    setKind(m_showOnly, ButtonKind::Link);
    for (QLabel *line :
         {static_cast<QLabel *>(m_target), static_cast<QLabel *>(m_counts), static_cast<QLabel *>(m_pace)})
        setInk(line, Ink::Text2);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_target);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(names, 1);
    for (QPushButton *button : {m_showOnly, m_sheet, m_retry, m_pause, m_goOn, m_cancelRest})
        head->addWidget(button);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_progress, 1);
    middle->addWidget(m_sum);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_counts, 3);
    foot->addWidget(m_pace, 2);
    m_pace->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(middle);
    column->addLayout(foot);
}

void RunHeader::connectParts()
{
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(50ms);
    m_second.setInterval(1s);
    connect(&m_showSoon, &QTimer::timeout, this, &RunHeader::showRun);
    connect(&m_second, &QTimer::timeout, this, &RunHeader::showRun);
    const auto showSoon = [this](RunId run) {
        if (run == m_run && !m_showSoon.isActive())
            m_showSoon.start();
    };
    connect(&m_changes, &AccountChanges::runChanged, this, showSoon);
    connect(&m_changes.journal(), &ChangeJournal::runUpdated, this, showSoon);
    connect(&m_changes, &AccountChanges::runnerChanged, this, &RunHeader::showRun);
    connect(&m_changes.journal(), &ChangeJournal::changesForgotten, this, &RunHeader::showRun);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (ChangeRunner *sender = runner())
            sender->pause(m_run);
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (ChangeRunner *sender = runner())
            sender->goOn(m_run);
    });
    const auto tell = [this](const JournalResult &done) {
        if (!done)
            emit statusMessage(done.error().what());
    };
    connect(m_cancelRest, &QPushButton::clicked, this, [this, tell] {
        if (ChangeRunner *sender = runner())
            tell(sender->cancelRest(m_run));
    });
    connect(m_retry, &QPushButton::clicked, this, [this, tell] {
        if (ChangeRunner *sender = runner())
            tell(sender->retry(failed()));
    });
    connect(m_showOnly, &QPushButton::clicked, this, [this] { emit showRequested(m_run); });
    connect(m_sheet, &QPushButton::clicked, this, [this] { emit sheetRequested(m_run); });
}

void RunHeader::setShowText(const QString &text)
{
    m_showOnly->setText(text);
}

void RunHeader::setRun(RunId run)
{
    m_run = run;
    showRun();
}

ChangeRunner *RunHeader::runner() const
{
    const ChangeRun *run = m_changes.journal().find(m_run);
    return run ? m_changes.runner(run->account) : nullptr;
}

std::vector<ChangeId> RunHeader::failed() const
{
    std::vector<ChangeId> failed;
    for (const ChangeId id : m_changes.journal().changesOf(m_run)) {
        if (mayBeRetried(*m_changes.journal().find(id)))
            failed.push_back(id);
    }
    return failed;
}

void RunHeader::showRun()
{
    const ChangeRun *run = m_changes.journal().find(m_run);
    setVisible(run);
    if (!run) {
        m_run = RunId::None;
        m_second.stop();
        return;
    }
    m_title->setText(visibleText(run->title));
    m_target->setText(visibleText(run->target));
    const qsizetype total = run->counts.total();
    const qsizetype ended = run->counts.ended();
    m_progress->setPercent(total == 0 ? percentOfAll : static_cast<int>(ended * percentOfAll / total));
    const QLocale locale;
    m_sum->setText(tr("%1 of %2").arg(locale.toString(ended), locale.toString(total)));
    m_counts->setText(runCountsText(run->counts));
    m_pace->setText(paceText(*run));
    showButtons(*run);
}

QString RunHeader::paceText(const ChangeRun &run) const
{
    const ChangeRunner *sender = runner();
    if (!sender)
        return tr("Its account is not open.");
    if (const std::optional<ChangeTrouble> why = sender->pauseOf(run.id))
        return tr("Paused. %1").arg(why->what);
    if (sender->isPaused(run.id))
        return tr("Paused by you.");
    const auto secondsOf = [](std::chrono::milliseconds time) {
        return QLocale().toString(std::chrono::duration<double>(time).count(), 'f', 0);
    };
    if (const auto wait = sender->waitLeft(run.id); wait >= 1s)
        return tr("IDrive asks for fewer requests: waiting %1 s more.").arg(secondsOf(wait));
    if (!sender->isUnderWay(run.id))
        return {};
    if (const auto pace = sender->pace(run.id); pace > 0ms)
        return tr("one every %1 s at most, as IDrive asked")
            .arg(secondsOf(std::max(pace, std::chrono::milliseconds(1s))));
    return tr("one at a time");
}

void RunHeader::showButtons(const ChangeRun &run)
{
    const ChangeRunner *sender = runner();
    const bool isPaused = sender && sender->isPaused(run.id);
    const bool isWaiting = run.counts.of(ChangeState::Waiting) > 0;
    m_pause->setVisible(sender && !isPaused && isWaiting);
    m_goOn->setVisible(isPaused && isWaiting);
    m_goOn->setEnabled(sender && !sender->isReadOnly());
    m_cancelRest->setVisible(sender && isWaiting);
    const auto again = static_cast<qsizetype>(isWaiting || !sender ? 0 : failed().size());
    m_retry->setVisible(again > 0 && !sender->isReadOnly());
    m_retry->setText(tr("Send %1 again").arg(QLocale().toString(again)));
    if (sender && sender->waitLeft(run.id) >= 1s) {
        if (!m_second.isActive())
            m_second.start();
    } else {
        m_second.stop();
    }
}
