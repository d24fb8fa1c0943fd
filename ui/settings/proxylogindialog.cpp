// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxylogindialog.h"

#include "ui/window/looks.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 420;

QString questionOf(const QString &proxy, bool wasRefused)
{
    if (proxy.isEmpty())
        return wasRefused
            ? ProxyLoginDialog::tr("The proxy did not take this name and password.")
            : ProxyLoginDialog::tr("The proxy on the way to IDrive wants a name and a password.");
    return (wasRefused ? ProxyLoginDialog::tr("The proxy %1 did not take this name and password.")
                       : ProxyLoginDialog::tr("The proxy %1 wants a name and a password."))
        .arg(proxy);
}

} // namespace

ProxyLoginDialog::ProxyLoginDialog(const QString &proxy, const QString &name, bool wasRefused,
                                   QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(name, this)), m_password(new QLineEdit(this)),
      m_fault(new QLabel(tr("Write the name."), this))
{
    setObjectName(u"proxyLoginDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign in to the proxy"));
    layOut(questionOf(proxy, wasRefused));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_fault->hide();
        setWrong(m_name, false);
    });
    (name.isEmpty() ? m_name : m_password)->setFocus();
}

void ProxyLoginDialog::layOut(const QString &question)
{
    auto *asked = new QLabel(question, this);
    asked->setObjectName(u"proxyQuestion"_s);
    auto *kept =
        new QLabel(tr("Both are kept in this desktop's keyring, or in memory where there is none. The proxy "
                      "itself is told them; IDrive is not."),
                   this);
    for (QLabel *label : {asked, kept, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setInk(kept, Ink::Text2);
    setInk(m_fault, Ink::Bad);
    m_fault->setObjectName(u"proxyNameFault"_s);
    m_fault->hide();
    auto *form = new QFormLayout;
    addFieldsTo(*form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(asked);
    column->addLayout(form);
    column->addWidget(kept);
    column->addStretch(1);
    column->addLayout(makeButtons());
    setMinimumWidth(dialogWidth);
}

void ProxyLoginDialog::addFieldsTo(QFormLayout &form)
{
    m_name->setObjectName(u"proxyLoginName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_password->setObjectName(u"proxyPassword"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    form.setSpacing(8);
    form.addRow(tr("Name"), m_name);
    form.addRow(QString(), m_fault);
    form.addRow(tr("Password"), m_password);
}

QLayout *ProxyLoginDialog::makeButtons()
{
    auto *signIn = new QPushButton(tr("Sign in"), this);
    signIn->setObjectName(u"confirmProxyLogin"_s);
    signIn->setDefault(true);
    setKind(signIn, ButtonKind::Main);
    connect(signIn, &QPushButton::clicked, this, &ProxyLoginDialog::signIn);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelProxyLogin"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(signIn);
    return buttons;
}

QString ProxyLoginDialog::name() const
{
    return m_name->text().trimmed();
}

Secret ProxyLoginDialog::takePassword()
{
    Secret password(m_password->text().toUtf8());
    m_password->clear();
    return password;
}

void ProxyLoginDialog::signIn()
{
    if (!name().isEmpty()) {
        accept();
        return;
    }
    m_fault->show();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    setWrong(m_name, true);
    m_name->setFocus();
}
