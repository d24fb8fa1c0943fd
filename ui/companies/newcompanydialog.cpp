// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/newcompanydialog.h"

#include "app/base/visibletext.h"
#include "app/companies/companyname.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int dialogWidth = 480;
constexpr auto lookAfter = 600ms; // of quiet
constexpr qsizetype mostListed = 5;
constexpr int widestName = 200; // pixels

using State = CreatingCompany::State;

QString buttonName(const QWidget &button, const QString &name)
{
    const QString shown = button.fontMetrics().elidedText(visibleText(name), Qt::ElideRight, widestName);
    return QString(shown).replace(u'&', u"&&"_s);
}

QString listed(const QList<Company> &companies)
{
    QStringList lines;
    for (const Company &company : companies.first(std::min(companies.size(), mostListed)))
        lines << NewCompanyDialog::tr("%1 (company ID %2, %3)")
                     .arg(visibleText(company.name), visibleText(company.id.text()),
                          visibleText(company.status));
    if (companies.size() > mostListed)
        lines << NewCompanyDialog::tr("and %1 more").arg(QLocale().toString(companies.size() - mostListed));
    return lines.join(u'\n');
}

} // namespace

NewCompanyDialog::NewCompanyDialog(ChangeRunner &runner, ApiClient &client, const CompanyKey &parentCompany,
                                   const QString &parentTitle, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_creating(runner, client, parentCompany.company, parentTitle),
      m_account(parentCompany.account), m_below(makeLine(u"newCompanyBelow"_s, Ink::Text)),
      m_belowProblem(makeLine(u"newCompanyBelowProblem"_s, Ink::Bad)), m_name(new QLineEdit(this)),
      m_nameProblem(makeLine(u"newCompanyProblem"_s, Ink::Bad)),
      m_found(makeLine(u"newCompanyFound"_s, Ink::Text2)),
      m_outcome(new Note(Note::Kind::Warning, theme, this)),
      m_another(new QPushButton(tr("Create another"), this)),
      m_show(new QPushButton(tr("Show it in the tree"), this)), m_close(new QPushButton(tr("Cancel"), this)),
      m_create(new QPushButton(this))
{
    setObjectName(u"newCompanyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New company"));
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookAfter);
    layOut();
    connectParts();
    showAll();
}

QLabel *NewCompanyDialog::makeLine(const QString &name, Ink ink)
{
    auto *line = new QLabel(this);
    line->setObjectName(name);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    setInk(line, ink);
    return line;
}

void NewCompanyDialog::layOut()
{
    QLabel *what = makeLine(u"newCompanyWhat"_s, Ink::Text2);
    what->setText(tr("A company cannot be renamed, moved or deleted through IDrive's API."));
    m_below->setText(visibleText(m_creating.parentTitle()));
    m_name->setObjectName(u"newCompanyName"_s);
    m_name->setAccessibleName(tr("Name of the new company"));
    m_outcome->setObjectName(u"newCompanyOutcome"_s);
    m_another->setObjectName(u"createAnother"_s);
    m_show->setObjectName(u"showNewCompany"_s);
    m_close->setObjectName(u"closeNewCompany"_s);
    m_create->setObjectName(u"createCompany"_s);
    setKind(m_create, ButtonKind::Main);
    for (QPushButton *button : {m_another, m_show, m_close, m_create})
        button->setAutoDefault(false); // a Return that is held down presses Create alone, and once

    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Below"), m_below);
    form->addRow(QString(), m_belowProblem);
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_nameProblem);
    form->addRow(QString(), m_found);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_another);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_show);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(what);
    column->addWidget(m_outcome);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(dialogWidth);
    m_name->setFocus();
}

void NewCompanyDialog::connectParts()
{
    connect(m_name, &QLineEdit::textChanged, this, &NewCompanyDialog::typed);
    connect(&m_lookSoon, &QTimer::timeout, &m_creating, &CreatingCompany::look);
    connect(&m_creating, &CreatingCompany::changed, this, &NewCompanyDialog::createIfWanted);
    connect(&m_creating, &CreatingCompany::changed, this, &NewCompanyDialog::showAll);
    connect(&m_creating, &CreatingCompany::changed, this, [this] {
        if (const std::optional<Company> company = m_creating.created())
            emit created({m_account, company->id});
    });
    connect(&m_creating, &CreatingCompany::closed, this, &NewCompanyDialog::showAll);
    connect(m_create, &QPushButton::clicked, this, &NewCompanyDialog::press);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_creating.begin();
        m_name->clear();
        m_name->setFocus();
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const std::optional<Company> company = m_creating.created())
            emit showRequested({m_account, company->id});
        close();
    });
}

// A Return that is held down is one wish.
void NewCompanyDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->isAutoRepeat()) {
        event->accept();
        return;
    }
    if (isReturn && m_create->isEnabled() && m_create->isDefault() && focusWidget() == m_name) {
        event->accept();
        press();
        return;
    }
    QDialog::keyPressEvent(event);
}

void NewCompanyDialog::typed()
{
    m_isWanted = false;
    m_creating.setName(m_name->text());
    if (companyNameFault(m_name->text()).isEmpty())
        m_lookSoon.start();
    else
        m_lookSoon.stop();
}

void NewCompanyDialog::press()
{
    switch (m_creating.state()) {
    case State::Typing:
        m_isWanted = true;
        m_lookSoon.stop();
        m_creating.look();
        break;
    case State::Looking:
        m_isWanted = true;
        showAll();
        break;
    case State::Looked:
    case State::LookFailed:
        m_creating.create();
        break;
    case State::Ended:
        if (m_creating.change()->state == ChangeState::Unknown) {
            m_creating.createAgain();
        } else { // it was not done: from the beginning
            m_isWanted = true;
            m_creating.look();
        }
        break;
    case State::Creating:
        break;
    }
}

/// What was pressed before the look was over: it is done when the look found nothing.
void NewCompanyDialog::createIfWanted()
{
    const State state = m_creating.state();
    if (state != State::Looked && state != State::LookFailed)
        return;
    if (std::exchange(m_isWanted, false) && state == State::Looked && m_creating.sameName().isEmpty())
        m_creating.create();
}

void NewCompanyDialog::showAll()
{
    const QString fault = companyNameFault(m_name->text());
    const bool isTold = !fault.isEmpty() && !m_name->text().isEmpty();
    const QString refused = fieldErrors(ErrorField::Name);
    m_nameProblem->setText(isTold ? fault : refused);
    m_nameProblem->setVisible(!m_nameProblem->text().isEmpty());
    setWrong(m_name, m_nameProblem->isVisibleTo(this));
    m_belowProblem->setText(fieldErrors(ErrorField::Company));
    m_belowProblem->setVisible(!m_belowProblem->text().isEmpty());
    const State state = m_creating.state();
    m_name->setReadOnly(state == State::Creating || m_creating.created() || m_creating.isClosed());
    showLook();
    showOutcome();
    showButtons();
}

void NewCompanyDialog::showLook()
{
    const bool isFound = m_creating.state() == State::Looked && !m_creating.sameName().isEmpty();
    m_found->setText(lookText());
    setInk(m_found, isFound || m_creating.state() == State::LookFailed ? Ink::Warn : Ink::Text2);
}

QString NewCompanyDialog::lookText() const
{
    switch (m_creating.state()) {
    case State::Typing:
        return tr("Steward looks whether there is a company of this name.");
    case State::Looking:
        return tr("Looking for this name at IDrive…");
    case State::Looked:
        if (m_creating.sameName().isEmpty())
            return tr("IDrive has no company of this name, asked at %1.")
                .arg(QLocale().toString(m_creating.lookedAt().toLocalTime().time(), u"HH:mm:ss"_s));
        return tr("IDrive has this name already:") + u'\n' + listed(m_creating.sameName());
    case State::LookFailed:
        return tr("The name could not be looked for. %1").arg(m_creating.error()->what());
    case State::Creating:
        return tr("Looking for the name once more, then creating it…");
    case State::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

/// Each error of the answer stands at its field; empty: none is about \a field.
QString NewCompanyDialog::fieldErrors(ErrorField field) const
{
    const ChangeRecord *change = m_creating.change();
    if (!change || change->state != ChangeState::Refused || !change->failure || !change->failure->error)
        return {};
    QStringList sentences;
    for (const FieldError &error : change->failure->error->errors) {
        if (error.about() == field)
            sentences << tr("IDrive says: %1")
                             .arg(visibleText(error.message.isEmpty() ? error.type : error.message));
    }
    return sentences.join(u'\n');
}

void NewCompanyDialog::showOutcome()
{
    const ChangeRecord *change = m_creating.change();
    QString first;
    QString text;
    if (m_creating.isClosed()) {
        first = tr("The account was closed.");
        text = tr("What was sent before stands under Activity.");
    } else if (m_creating.trouble()) {
        first = m_creating.trouble()->what;
        text = m_creating.trouble()->advice;
    } else if (change && m_creating.state() == State::Ended) {
        first = tr("%1: %2", "an outcome, and the company's name")
                    .arg(label(change->state), visibleText(change->change.target));
        text = outcomeText(*change);
    }
    const bool isDone = change && m_creating.state() == State::Ended && change->state == ChangeState::Done;
    m_outcome->setKind(isDone ? Note::Kind::Notice : Note::Kind::Warning);
    m_outcome->setVisible(!first.isEmpty());
    m_outcome->setTexts(first, text);
}

QString NewCompanyDialog::outcomeText(const ChangeRecord &change) const
{
    switch (change.state) {
    case ChangeState::Done:
        return tr("Created below %1: %2.").arg(visibleText(m_creating.parentTitle()), change.answer.sentence);
    case ChangeState::Unknown:
        if (change.lookUp == LookUpState::NotFound)
            return tr("Two look-ups did not find the company. It can be sent again.");
        return tr("The answer was lost: the company may exist or not. Steward has not sent it again and "
                  "looks it up "
                  "by its name; this can take a minute. Activity says what came of it.");
    default:
        break;
    }
    if (!change.failure)
        return {};
    QStringList parts{change.failure->what + u' ' + change.failure->advice};
    if (!change.failure->quotation.isEmpty())
        parts << change.failure->quotation;
    return parts.join(u'\n').trimmed();
}

void NewCompanyDialog::showButtons()
{
    const State state = m_creating.state();
    const ChangeRecord *change = m_creating.change();
    const bool isCreated = m_creating.created().has_value();
    const bool isSecond = state == State::Looked && !m_creating.sameName().isEmpty();
    const bool mayGoOn = state == State::Ended && change && mayBeRetried(*change);
    const bool isAgain = mayGoOn && change->state == ChangeState::Unknown;
    const QString below = buttonName(*m_create, m_creating.parentTitle());
    m_create->setText(isAgain        ? tr("Send it again below %1").arg(below)
                          : isSecond ? tr("Create a second one below %1").arg(below)
                                     : tr("Create below %1").arg(below));
    m_create->setAccessibleName(QString());
    m_create->setVisible(!isCreated);
    const bool isPossible = mayGoOn || (state != State::Creating && state != State::Ended);
    m_create->setEnabled(isPossible && !m_isWanted && !m_creating.isClosed()
                         && companyNameFault(m_name->text()).isEmpty());
    m_create->setDefault(!isSecond && !isAgain); // whoever wants that presses it
    m_another->setVisible(isCreated);
    m_show->setVisible(isCreated);
    m_close->setText(isCreated || state == State::Creating || state == State::Ended ? tr("Close")
                                                                                    : tr("Cancel"));
}
