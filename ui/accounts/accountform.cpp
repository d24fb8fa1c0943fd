// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountform.h"

#include "ui/accounts/accountwords.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestKeyField = 1 << 20; // what is pasted is judged, not cut: a part of a key is no key

} // namespace

AccountForm::AccountForm(const Theme &theme, const std::optional<Account> &known, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_known(known), m_name(new QLineEdit(this)),
      m_key(new QLineEdit(this)), m_keyProblem(makeLine(u"apiKeyProblem"_s)),
      m_cleaned(makeLine(u"apiKeyCleaned"_s)),
      m_inKeyring(new QRadioButton(tr("In this desktop's keyring"), this)),
      m_inSession(new QRadioButton(tr("Only until Steward is closed"), this)),
      m_readOnly(new QCheckBox(tr("Read-only: no change can be sent for this account"), this)),
      m_showEndpoint(new QToolButton(this)), m_endpoint(new QLineEdit(this)),
      m_endpointSays(makeLine(u"endpointSays"_s))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    addNameTo(*column);
    addKeyTo(*column);
    addPlaceTo(*column);
    addEndpointTo(*column);
    if (known) {
        for (QWidget *widget : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const bool isOfKey = widget == m_key || widget->property("of").toString() == u"key"_s;
            widget->setVisible(isOfKey && widget != m_keyProblem && widget != m_cleaned);
        }
    }
}

void AccountForm::addNameTo(QVBoxLayout &column)
{
    m_name->setObjectName(u"accountName"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(longestAccountName);
    m_name->setPlaceholderText(tr("That of its company"));
    connect(m_name, &QLineEdit::textEdited, this, &AccountForm::edited);
    column.addWidget(makeCaption(tr("Name"), tr("shown in this window only"), m_name));
    column.addWidget(m_name);
    column.addSpacing(8);
}

void AccountForm::addKeyTo(QVBoxLayout &column)
{
    m_key->setObjectName(u"apiKey"_s);
    m_key->setAccessibleName(tr("API key"));
    m_key->setMaxLength(longestKeyField);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                               | Qt::ImhSensitiveData);
    m_key->setContextMenuPolicy(Qt::DefaultContextMenu);
    connect(m_key, &QLineEdit::textEdited, this, &AccountForm::takeBack);
    auto *show = new QToolButton(this);
    show->setObjectName(u"showApiKey"_s);
    show->setText(tr("Show"));
    show->setAccessibleName(tr("Show the API key"));
    show->setCheckable(true);
    show->setProperty("of", u"key"_s);
    setKind(show, ButtonKind::Normal);
    connect(show, &QToolButton::toggled, this, [this, show](bool isShown) {
        m_key->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        show->setText(isShown ? tr("Hide") : tr("Show"));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(show);
    setInk(m_keyProblem, Ink::Bad);
    setInk(m_cleaned, Ink::Text2);
    QLabel *caption = makeCaption(tr("API key"), tr("web console, My Account > API Keys"), m_key);
    caption->setProperty("of", u"key"_s);
    column.addWidget(caption);
    column.addLayout(row);
    column.addWidget(m_keyProblem);
    column.addWidget(m_cleaned);
    column.addSpacing(8);
}

void AccountForm::addPlaceTo(QVBoxLayout &column)
{
    m_inKeyring->setObjectName(u"keyInKeyring"_s);
    m_inKeyring->setAccessibleName(m_inKeyring->text());
    m_inSession->setObjectName(u"keyInSession"_s);
    m_inSession->setAccessibleName(m_inSession->text());
    m_inKeyring->setChecked(true);
    m_readOnly->setObjectName(u"accountReadOnly"_s);
    m_readOnly->setAccessibleName(m_readOnly->text());
    column.addWidget(makeCaption(tr("Where the key is kept"), {}, nullptr));
    column.addWidget(m_inKeyring);
    column.addWidget(m_inSession);
    column.addSpacing(8);
    column.addWidget(makeCaption(tr("What it may do"), {}, nullptr));
    column.addWidget(m_readOnly);
    column.addSpacing(8);
}

void AccountForm::addEndpointTo(QVBoxLayout &column)
{
    m_showEndpoint->setObjectName(u"showEndpoint"_s);
    m_showEndpoint->setText(tr("Address of the API"));
    m_showEndpoint->setAccessibleName(tr("Show the address of the API"));
    m_showEndpoint->setCheckable(true);
    m_showEndpoint->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setKind(m_showEndpoint, ButtonKind::Link);
    m_endpoint->setObjectName(u"accountEndpoint"_s);
    m_endpoint->setAccessibleName(tr("Address of the API"));
    m_endpoint->setText(Endpoint::idrive().url().toString());
    m_endpoint->hide();
    connect(m_showEndpoint, &QToolButton::toggled, m_endpoint, &QWidget::setVisible);
    connect(m_endpoint, &QLineEdit::textEdited, this, &AccountForm::checkEndpoint);
    auto *row = new QHBoxLayout;
    row->addWidget(m_showEndpoint);
    row->addStretch(1);
    column.addLayout(row);
    column.addWidget(m_endpoint);
    column.addWidget(m_endpointSays);
    checkEndpoint();
}

QLabel *AccountForm::makeCaption(const QString &text, const QString &hint, QWidget *buddy)
{
    auto *caption = new QLabel(hint.isEmpty() ? text : tr("%1 – %2").arg(text, hint), this);
    caption->setTextFormat(Qt::PlainText);
    caption->setFont(m_theme.font(TextStyle::Small));
    setInk(caption, Ink::Text2);
    caption->setBuddy(buddy);
    return caption;
}

QLabel *AccountForm::makeLine(const QString &name)
{
    auto *line = new QLabel(this);
    line->setObjectName(name);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setFont(m_theme.font(TextStyle::Small));
    line->hide();
    return line;
}

std::optional<Account> AccountForm::account()
{
    if (m_known)
        return m_known;
    const auto endpoint = Endpoint::parse(m_endpoint->text());
    if (!endpoint) {
        sayAboutEndpoint(endpoint.error());
        return std::nullopt;
    }
    return Account{.name = m_name->text().trimmed(),
                   .endpoint = *endpoint,
                   .isReadOnly = m_readOnly->isChecked(),
                   .keyPlace = m_inKeyring->isChecked() ? KeyPlace::Keyring : KeyPlace::ThisSession};
}

std::optional<Secret> AccountForm::key()
{
    auto cleaned = cleanApiKey(m_key->text().toUtf8());
    m_cleaned->setVisible(cleaned && cleaned->wasCleaned);
    m_cleaned->setText(tr("Removed from what you pasted: the quotes, blanks or “Bearer” around the key."));
    if (!cleaned) {
        sayAboutKey(cleaned.error());
        return std::nullopt;
    }
    return std::move(cleaned->key);
}

void AccountForm::sayAboutKey(const QString &sentence)
{
    m_keyProblem->setText(sentence);
    m_keyProblem->setVisible(!sentence.isEmpty());
    setWrong(m_key, !sentence.isEmpty());
    m_key->setAccessibleDescription(sentence);
    if (!sentence.isEmpty())
        m_key->setFocus();
}

void AccountForm::sayAboutEndpoint(const QString &sentence)
{
    m_showEndpoint->setChecked(true);
    m_endpointSays->setText(sentence);
    m_endpointSays->show();
    setInk(m_endpointSays, Ink::Bad);
    setWrong(m_endpoint, true);
    m_endpoint->setAccessibleDescription(sentence);
    m_endpoint->setFocus();
}

void AccountForm::forgetKey()
{
    m_key->clear();
}

void AccountForm::focusFirst()
{
    m_key->setFocus();
}

void AccountForm::takeBack()
{
    sayAboutKey({});
    m_cleaned->hide();
    emit edited();
}

/// Says where the key would go, as one types.
void AccountForm::checkEndpoint()
{
    const auto endpoint = Endpoint::parse(m_endpoint->text());
    const bool isOther = endpoint && !endpoint->isIdrive();
    setWrong(m_endpoint, !endpoint);
    m_endpointSays->setVisible(!m_known);
    setInk(m_endpointSays, endpoint ? (isOther ? Ink::Warn : Ink::Text3) : Ink::Bad);
    m_endpointSays->setText(
        !endpoint ? endpoint.error()
            : isOther
            ? tr("%1 is not IDrive's own address. The API key goes to this host.").arg(endpoint->hostText())
            : tr("The key goes to %1, encrypted.").arg(endpoint->hostText()));
    emit edited();
}
