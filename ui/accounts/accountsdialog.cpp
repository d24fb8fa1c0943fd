// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsdialog.h"

#include "ui/accounts/accountlook.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/keyclipboard.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 220;
constexpr QSize firstSize(720, 420);

bool isOpen(AccountState state)
{
    return state == AccountState::Open || state == AccountState::KeyRefused
        || state == AccountState::AskingKeyring;
}

} // namespace

AccountsDialog::AccountsDialog(KeptAccounts &accounts, KeyClipboard &clipboard, const Theme &theme,
                               QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_clipboard(clipboard), m_theme(theme),
      m_list(new QListWidget(this)), m_name(new QLineEdit(this)), m_colour(new QComboBox(this)),
      m_readOnly(new QCheckBox(tr("Read-only: no change can be sent"), this)), m_facts(new QLabel(this)),
      m_says(new QLabel(this)), m_open(makeButton(u"openAccount"_s, {})),
      m_alone(makeButton(u"openAlone"_s, tr("Show this one alone"))),
      m_replace(makeButton(u"replaceKey"_s, tr("Replace key…"))),
      m_copy(makeButton(u"copyKey"_s, tr("Copy key"))), m_signOut(makeButton(u"signOut"_s, tr("Sign out…")))
{
    setObjectName(u"accountsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Accounts"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(makeDetails(), 1);
    resize(firstSize);

    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsDialog::showAccount);
    connect(&m_accounts, &KeptAccounts::changed, this, &AccountsDialog::showList);
    connect(m_name, &QLineEdit::editingFinished, this,
            [this] { change([this](Account &account) { account.name = m_name->text().trimmed(); }); });
    connect(m_colour, &QComboBox::activated, this, [this](int place) {
        change([place](Account &account) { account.colour = accountColours().at(place).colour; });
    });
    connect(m_readOnly, &QCheckBox::clicked, this, [this](bool isReadOnly) {
        change([isReadOnly](Account &account) { account.isReadOnly = isReadOnly; });
    });
    connect(m_open, &QPushButton::clicked, this, &AccountsDialog::toggleOpen);
    connect(m_alone, &QPushButton::clicked, this, [this] { m_accounts.open(chosen()->id, true); });
    connect(m_replace, &QPushButton::clicked, this, [this] { emit replaceKeyRequested(chosen()->id); });
    connect(m_signOut, &QPushButton::clicked, this, [this] { emit signOutRequested(chosen()->id); });
    connect(m_copy, &QPushButton::clicked, this, &AccountsDialog::copyKey);
    connect(&m_clipboard, &KeyClipboard::wiped, this,
            [this] { say(tr("The key is off the clipboard again.")); });
    showList();
    m_list->setFocus();
}

QPushButton *AccountsDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

QWidget *AccountsDialog::makeList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(listWidth);
    m_list->setObjectName(u"accountList"_s);
    m_list->setAccessibleName(tr("Accounts"));
    QPushButton *add = makeButton(u"addAnotherAccount"_s, tr("Add an account…"));
    connect(add, &QPushButton::clicked, this, &AccountsDialog::addRequested);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_list, 1);
    column->addWidget(add);
    return side;
}

void AccountsDialog::nameFields()
{
    m_name->setObjectName(u"accountTitle"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(longestAccountName);
    m_name->setPlaceholderText(tr("That of its company"));
    m_colour->setObjectName(u"accountColour"_s);
    m_colour->setAccessibleName(tr("Colour"));
    for (const AccountColourRow &row : accountColours())
        m_colour->addItem(accountIcon(m_theme, row.colour), accountColourName(row.colour));
    m_readOnly->setObjectName(u"readOnly"_s);
    m_readOnly->setAccessibleName(m_readOnly->text());
    for (QLabel *label : {m_facts, m_says}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        setInk(label, Ink::Text2);
    }
    m_facts->setObjectName(u"accountFacts"_s);
    m_says->setObjectName(u"accountSays"_s);
}

QWidget *AccountsDialog::makeDetails()
{
    m_details = new QWidget(this);
    nameFields();
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Colour"), m_colour);
    form->addRow(QString(), m_readOnly);
    auto *opening = new QHBoxLayout;
    opening->setSpacing(8);
    opening->addWidget(m_open);
    opening->addWidget(m_alone);
    opening->addStretch(1);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    keys->addWidget(m_replace);
    keys->addWidget(m_copy);
    keys->addWidget(m_signOut);
    keys->addStretch(1);
    QPushButton *close = makeButton(u"closeAccounts"_s, tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(12, 12, 20, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_facts);
    column->addLayout(opening);
    column->addLayout(keys);
    column->addWidget(m_says);
    column->addStretch(1);
    column->addLayout(foot);
    return m_details;
}

void AccountsDialog::select(const AccountId &account)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == account.text())
            m_list->setCurrentRow(row);
    }
}

const Account *AccountsDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_accounts.list().find(AccountId(item->data(Qt::UserRole).toString())) : nullptr;
}

void AccountsDialog::showList()
{
    const AccountId before = chosen() ? chosen()->id : AccountId();
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_list->clear();
        for (const Account &account : m_accounts.list().accounts()) {
            const QString state = accountStateText(m_accounts.state(account.id));
            auto *item = new QListWidgetItem(accountIcon(m_theme, account.colour),
                                             tr("%1 – %2").arg(accountTitle(account), state), m_list);
            item->setData(Qt::UserRole, account.id.text());
        }
        m_list->setCurrentRow(0);
        select(before);
    }
    showAccount();
}

void AccountsDialog::showAccount()
{
    if (m_isShowing)
        return;
    const Account *account = chosen();
    for (QWidget *widget :
         QList<QWidget *>{m_name, m_colour, m_readOnly, m_open, m_alone, m_replace, m_copy, m_signOut})
        widget->setEnabled(account);
    if (!account) {
        m_name->clear();
        m_facts->setText(tr("There is no account yet."));
        return;
    }
    const AccountState state = m_accounts.state(account->id);
    if (!m_name->hasFocus())
        m_name->setText(account->name);
    for (int place = 0; place < accountColours().size(); ++place) {
        if (accountColours().at(place).colour == account->colour)
            m_colour->setCurrentIndex(place);
    }
    m_readOnly->setChecked(account->isReadOnly);
    m_open->setText(isOpen(state) ? tr("Close this account") : tr("Open"));
    m_open->setAccessibleName(m_open->text());
    QStringList facts{tr("Company: %1").arg(accountCompanyText(*account)),
                      tr("Address: %1").arg(account->endpoint.hostText()),
                      account->keyPlace == KeyPlace::Keyring ? tr("Key: in this desktop's keyring")
                                                             : tr("Key: only until Steward is closed"),
                      tr("State: %1").arg(accountStateText(state))};
    if (const std::optional<SecretTrouble> trouble = m_accounts.trouble(account->id))
        facts << QString() << trouble->what() << trouble->advice();
    m_facts->setText(facts.join(u'\n'));
}

void AccountsDialog::change(const std::function<void(Account &)> &changing)
{
    if (const Account *account = chosen(); account && !m_isShowing) {
        Account changed = *account;
        changing(changed);
        m_accounts.setAccount(changed);
    }
}

void AccountsDialog::toggleOpen()
{
    const AccountId account = chosen()->id;
    if (isOpen(m_accounts.state(account)))
        m_accounts.close(account);
    else if (m_accounts.state(account) == AccountState::NeedsKey)
        emit replaceKeyRequested(account);
    else
        m_accounts.open(account, false);
}

void AccountsDialog::copyKey()
{
    m_accounts.readKey(chosen()->id, this, [this](const tl::expected<Secret, SecretTrouble> &key) {
        if (!key) {
            say(key.error().what() + u' ' + key.error().advice());
            return;
        }
        m_clipboard.copy(*key);
        say(tr("The key is on the clipboard for 30 seconds."));
    });
}

void AccountsDialog::say(const QString &sentence)
{
    m_says->setText(sentence);
}
