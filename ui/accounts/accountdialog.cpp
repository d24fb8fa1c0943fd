// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "app/base/visibletext.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/trialwords.h"
#include "ui/widgets/note.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 540;

/// What the server said, or what is wrong with its certificate; what the library says of a connection is for the details.
QString quotationOf(const ApiError &error)
{
    const QString words = visibleText(error.quotation());
    if (words.isEmpty() || error.httpStatus != 0)
        return words.isEmpty() ? QString() : AccountDialog::tr("The server's own words: %1").arg(words);
    return error.kind == ErrorKind::TlsRefused ? words : QString();
}

} // namespace

AccountDialog::AccountDialog(const std::optional<Account> &known, Keep keep, const Theme &theme,
                             QWidget *parent)
    : QDialog(parent), m_known(known), m_keep(std::move(keep)), m_theme(theme),
      m_form(new AccountForm(theme, known, this)), m_trouble(new Note(Note::Kind::Warning, theme, this)),
      m_company(new QLabel(this)), m_copy(makeLink(u"copyTrial"_s, tr("Copy details"))),
      m_signIn(makeLink(u"signInToProxy"_s, tr("Sign in to the proxy…"))), m_next(new QPushButton(this))
{
    setObjectName(known ? u"replaceKeyDialog"_s : u"addAccountDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title());
    layOut();
    connect(m_form, &AccountForm::edited, this, &AccountDialog::forget);
    connect(m_next, &QPushButton::clicked, this, &AccountDialog::goOn);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(m_signIn, &QPushButton::clicked, this, &AccountDialog::proxySignInRequested);
    showButton();
    m_form->focusFirst();
}

AccountDialog::~AccountDialog()
{
    m_form->forgetKey();
}

QString AccountDialog::title() const
{
    return m_known ? tr("Replace the key of %1").arg(accountTitle(*m_known)) : tr("Add an account");
}

void AccountDialog::layOut()
{
    m_trouble->setObjectName(u"trialTrouble"_s);
    m_trouble->hide();
    m_company->setObjectName(u"trialCompany"_s);
    m_company->setTextFormat(Qt::PlainText);
    m_company->setWordWrap(true);
    m_company->setFont(m_theme.font(TextStyle::Title));
    m_company->hide();
    m_next->setObjectName(u"nextAccountStep"_s);
    m_next->setDefault(true);
    setKind(m_next, ButtonKind::Main);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelAccount"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_signIn);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_form);
    column->addWidget(m_trouble);
    column->addWidget(m_company);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(dialogWidth);
}

/// One of the ways out of a failure: there only while there is one.
QPushButton *AccountDialog::makeLink(const QString &name, const QString &text)
{
    auto *link = new QPushButton(text, this);
    link->setObjectName(name);
    link->setAccessibleName(text);
    link->setAutoDefault(false);
    setKind(link, ButtonKind::Link);
    link->hide();
    return link;
}

void AccountDialog::goOn()
{
    if (!m_isTried) {
        tryKey();
        return;
    }
    m_form->forgetKey();
    m_keep(*m_account, std::move(m_key));
    accept();
}

void AccountDialog::tryKey()
{
    forget();
    m_account = m_form->account();
    std::optional<Secret> key = m_form->key();
    if (!m_account || !key)
        return;
    m_key = std::move(*key);
    m_trial.start(*m_account, m_key, [this](const Result<CompanySummary> &answer) { take(answer); });
    showButton();
}

void AccountDialog::take(const Result<CompanySummary> &answer)
{
    if (!answer) {
        showFailure(answer.error());
        showButton();
        if (answer.error().kind == ErrorKind::ProxyRefused)
            emit proxyRefused();
        return;
    }
    m_isTried = true;
    const Account before = *m_account;
    m_account->company = answer->company.id;
    m_account->companyName = answer->company.name;
    const bool isOther = m_known && !before.company.isEmpty() && before.company != m_account->company;
    m_company->setText(isOther ? tr("This key belongs to another company: %1. Until now it was %2.")
                                     .arg(accountCompanyText(*m_account), accountCompanyText(before))
                               : tr("This key belongs to %1.").arg(accountCompanyText(*m_account)));
    setInk(m_company, isOther ? Ink::Warn : Ink::Text);
    m_company->show();
    showButton();
}

void AccountDialog::showFailure(const ApiError &error)
{
    const TrialWords said = trialWords(error);
    QString steps;
    for (qsizetype i = 0; i < said.steps.size(); ++i)
        steps +=
            u'\n' % (said.steps.size() > 1 ? QString::number(i + 1) + u". "_s : QString()) % said.steps[i];
    m_trouble->setTexts(said.isAboutKey ? tr("What this means") : said.what, said.means % steps,
                        quotationOf(error));
    m_trouble->show();
    m_details = QStringList{error.what(), error.advice(), tr("Host: %1").arg(error.host),
                            tr("HTTP status: %1").arg(error.httpStatus), error.quotation()}
                    .join(u'\n');
    m_copy->show();
    m_signIn->setVisible(error.kind == ErrorKind::ProxyRefused);
    if (said.isAboutKey)
        m_form->sayAboutKey(said.what);
    if (said.isAboutEndpoint && !m_known)
        m_form->sayAboutEndpoint(said.what);
}

/// What was tried is not what stands there any more.
void AccountDialog::forget()
{
    m_trial.cancel();
    m_isTried = false;
    m_key.wipe();
    m_trouble->hide();
    m_company->hide();
    m_copy->hide();
    m_signIn->hide();
    showButton();
}

void AccountDialog::showButton()
{
    const bool isTrying = m_trial.isRunning();
    QString text = tr("Test the key");
    if (isTrying)
        text = tr("Testing the key…");
    else if (m_isTried)
        text = m_known ? tr("Replace the key") : tr("Add this account");
    else if (!m_trouble->isHidden())
        text = tr("Test the key again");
    m_next->setText(text);
    m_next->setAccessibleName(text);
    m_next->setEnabled(!isTrying);
}
