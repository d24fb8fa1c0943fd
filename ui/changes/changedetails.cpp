// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changedetails.h"

#include "app/base/visibletext.h"
#include "app/steward/accountchanges.h"
#include "ui/changes/changefacts.h"
#include "ui/changes/changelistmodel.h"
#include "ui/changes/changelook.h"
#include "ui/widgets/detailspane.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int markSize = 16;

ChangeDetails::ChangeDetails(AccountChanges &changes, const ChangeListModel &model, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent), m_changes(changes), m_model(model), m_theme(theme),
      m_pane(new DetailsPane(u"changeDetails"_s, theme, this)), m_mark(new QLabel(this)),
      m_state(new QLabel(this)), m_meaning(new QLabel(this)),
      m_quotation(new Note(Note::Kind::Quotation, theme, this)),
      m_check(new QPushButton(tr("Check now"), this)), m_again(new QPushButton(tr("Send it again"), this)),
      m_facts(new FactList(theme, this)), m_request(new FactList(theme, this)),
      m_attempts(new FactList(theme, this)), m_answer(new FactList(theme, this))
{
    setObjectName(u"changeDetails"_s);
    setAccessibleName(tr("Details of the change"));
    layOut(theme);
    connect(m_pane, &DetailsPane::closeRequested, this, &ChangeDetails::closeRequested);
    connect(m_pane, &DetailsPane::copyRequested, this, &ChangeDetails::copyAll);
    connect(m_check, &QPushButton::clicked, this, [this] {
        const ChangeRecord *shown = m_changes.journal().find(m_change);
        if (ChangeRunner *runner = shown ? m_changes.runner(shown->account) : nullptr)
            runner->checkNow(m_change);
    });
    connect(m_again, &QPushButton::clicked, this, &ChangeDetails::sendAgain);
    connect(&changes.journal(), &ChangeJournal::changeUpdated, this, [this](ChangeId id) {
        if (id == m_change)
            showChange();
    });
    connect(&changes.journal(), &ChangeJournal::changesForgotten, this, &ChangeDetails::showChange);
    connect(&changes, &AccountChanges::runChanged, this, &ChangeDetails::showChange);
    connect(&changes, &AccountChanges::runnerChanged, this, &ChangeDetails::showChange);
    connect(&theme, &Theme::changed, this, &ChangeDetails::showChange);
}

void ChangeDetails::layOut(const Theme &theme)
{
    m_state->setObjectName(u"changeState"_s);
    m_meaning->setObjectName(u"changeMeaning"_s);
    for (QLabel *line : {m_state, m_meaning}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_state->setFont(theme.font(TextStyle::Title));
    m_quotation->setObjectName(u"changeQuotation"_s);
    m_check->setObjectName(u"checkChangeNow"_s);
    m_check->setToolTip(tr("Looks at IDrive whether it was done. This only reads."));
    setLeadingIcon(m_check, glyphIcon(theme, Glyph::CheckAgain));
    m_again->setObjectName(u"sendChangeAgain"_s);
    setLeadingIcon(m_again, glyphIcon(theme, Glyph::Refresh));

    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_mark);
    line->addWidget(m_state, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_check);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_meaning);
    column->addWidget(m_quotation);
    column->addLayout(buttons);
    m_pane->add(head);
    for (FactList *part : {m_facts, m_request, m_attempts, m_answer}) {
        m_pane->add(makeRule(m_pane));
        m_pane->add(part);
    }
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pane);
}

void ChangeDetails::setChange(ChangeId change)
{
    m_change = change;
    showChange();
}

void ChangeDetails::showChange()
{
    const ChangeRecord *shown = m_changes.journal().find(m_change);
    if (!shown) {
        m_change = ChangeId::None;
        return;
    }
    const ChangeLook &look = lookOf(shown->state);
    m_pane->setHead(
        Glyph::Activity, visibleText(shown->change.target),
        tr("%1, %2", "a kind of change, and when")
            .arg(visibleText(shown->title), changeTimeText(shown->madeAt, QDateTime::currentDateTime())));
    m_mark->setPixmap(glyphPixmap(look.mark, markSize, devicePixelRatioF(), m_theme.color(look.ink),
                                  m_theme.color(Token::Side)));
    m_state->setText(label(shown->state));
    m_meaning->setText(visibleText(changeMeaning(*shown)));
    const QString quoted = shown->failure ? shown->failure->quotation : QString();
    m_quotation->setVisible(!quoted.isEmpty() && isOver(shown->state) && shown->state != ChangeState::Done);
    m_quotation->setTexts(tr("IDrive's own words"), quoted);
    m_facts->setSection(changeFacts(*shown, m_model.accountName(shown->account)));
    m_request->setSection(requestFacts(*shown));
    m_attempts->setSection(attemptFacts(*shown));
    const FactSection answer = answerFacts(*shown);
    m_answer->setVisible(!answer.facts.isEmpty());
    m_answer->setSection(answer);
    showButtons(*shown);
}

void ChangeDetails::showButtons(const ChangeRecord &change)
{
    const ChangeRunner *runner = m_changes.runner(change.account);
    m_check->setVisible(change.state == ChangeState::Unknown && change.lookUp != LookUpState::NotPossible);
    m_check->setEnabled(runner != nullptr);
    m_again->setVisible(mayBeRetried(change));
    m_again->setEnabled(runner && !runner->isReadOnly());
    m_again->setText(tr("Send “%1” again")
                         .arg(fontMetrics()
                                  .elidedText(visibleText(change.change.target), Qt::ElideRight, 120)
                                  .replace(u'&', u"&&"_s)));
    const QString whyNot = !runner ? tr("Its account is not open.")
        : runner->isReadOnly()     ? tr("This account is read-only.")
                                   : QString();
    m_again->setToolTip(whyNot);
    m_check->setToolTip(runner ? tr("Looks at IDrive whether it was done. This only reads.") : whyNot);
}

void ChangeDetails::sendAgain()
{
    const ChangeRecord *shown = m_changes.journal().find(m_change);
    ChangeRunner *runner = shown ? m_changes.runner(shown->account) : nullptr;
    if (!runner)
        return;
    if (const JournalResult done = runner->retry({m_change}); !done)
        emit statusMessage(done.error().what());
}

void ChangeDetails::copyAll()
{
    const ChangeRecord *shown = m_changes.journal().find(m_change);
    if (!shown)
        return;
    QString text = visibleText(shown->title) + u": "_s + visibleText(shown->change.target) + u'\n'
        + label(shown->state) + u'\t' + visibleText(changeMeaning(*shown)) + u'\n';
    for (const FactSection &section : {changeFacts(*shown, m_model.accountName(shown->account)),
                                       requestFacts(*shown), attemptFacts(*shown), answerFacts(*shown)}) {
        for (const Fact &fact : section.facts)
            text +=
                fact.label + u'\t' + QString(fact.value).replace(u'\n', u' ') + u' ' + fact.addition + u'\n';
    }
    QGuiApplication::clipboard()->setText(text);
    emit statusMessage(tr("Details copied"));
}
