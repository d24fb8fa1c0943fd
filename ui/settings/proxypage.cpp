// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxypage.h"

#include "app/base/visibletext.h"
#include "app/net/proxyaddress.h"
#include "ui/widgets/fieldfault.h"
#include "ui/window/looks.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int addressWidth = 280;
constexpr int portWidth = 90;
constexpr int longestHost = 512;
constexpr int indent = 22; // below the text of a radio button

} // namespace

ProxyPage::ProxyPage(QWidget *parent)
    : QWidget(parent), m_ofSystem(new QRadioButton(tr("The one that this system says, if any"), this)),
      m_ownOne(new QRadioButton(tr("This one"), this)), m_fields(new QWidget(this)),
      m_host(new QLineEdit(m_fields)), m_port(new QLineEdit(m_fields)),
      m_hostFault(new FieldFault(u"proxyHostFault"_s, this)),
      m_portFault(new FieldFault(u"proxyPortFault"_s, this)), m_inUse(makeText({})),
      m_use(new QPushButton(tr("Use this proxy"), m_fields)), m_name(makeText({})),
      m_signOut(new QPushButton(tr("Forget name and password"), this))
{
    setObjectName(u"proxyPage"_s);
    m_ofSystem->setObjectName(u"proxyOfSystem"_s);
    m_ofSystem->setAccessibleName(m_ofSystem->text());
    m_ownOne->setObjectName(u"ownProxy"_s);
    m_ownOne->setAccessibleName(tr("A proxy of your own"));
    m_inUse->setObjectName(u"proxyInUse"_s);
    m_name->setObjectName(u"proxyName"_s);
    layOut();
    connect(m_ofSystem, &QRadioButton::clicked, this, [this] {
        showFields();
        emit ownChosen(std::nullopt);
    });
    connect(m_ownOne, &QRadioButton::clicked, this, [this] {
        showFields();
        m_host->setFocus();
    });
    connect(m_use, &QPushButton::clicked, this, &ProxyPage::use);
    for (QLineEdit *field : {m_host, m_port})
        connect(field, &QLineEdit::returnPressed, this, &ProxyPage::use);
    connect(m_host, &QLineEdit::textEdited, this, [this] { m_hostFault->say(m_host, {}); });
    connect(m_port, &QLineEdit::textEdited, this, [this] { m_portFault->say(m_port, {}); });
    setOwn(std::nullopt);
    setName({});
}

QLabel *ProxyPage::makeText(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setInk(label, Ink::Text2);
    return label;
}

void ProxyPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(makeText(tr("Calls to IDrive go through this proxy as an encrypted tunnel: it sees the "
                                  "host, and neither the API key nor any data. "
                                  "What runs on this computer, like the sandbox, is reached directly.")));
    column->addWidget(m_ofSystem);
    column->addWidget(m_ownOne);
    addFieldsTo(*column);
    column->addWidget(makeRule(this));
    addNameTo(*column);
    column->addStretch(1);
}

void ProxyPage::addFieldsTo(QVBoxLayout &column)
{
    m_host->setObjectName(u"proxyHost"_s);
    m_host->setAccessibleName(tr("Host of the proxy"));
    m_host->setPlaceholderText(u"proxy.example.com"_s);
    m_host->setMaxLength(longestHost);
    m_host->setFixedWidth(addressWidth);
    m_port->setObjectName(u"proxyPort"_s);
    m_port->setAccessibleName(tr("Port of the proxy"));
    m_port->setPlaceholderText(u"3128"_s);
    m_port->setFixedWidth(portWidth);
    m_use->setObjectName(u"useProxy"_s);
    m_use->setAccessibleName(m_use->text());
    m_use->setAutoDefault(false);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(indent, 0, 0, 0);
    form->setSpacing(8);
    form->addRow(tr("Host"), m_host);
    form->addRow(QString(), m_hostFault);
    form->addRow(tr("Port"), m_port);
    form->addRow(QString(), m_portFault);
    auto *useRow = new QHBoxLayout;
    useRow->setSpacing(8);
    useRow->addWidget(m_use);
    useRow->addWidget(m_inUse, 1);
    form->addRow(QString(), useRow);
    column.addWidget(m_fields);
}

void ProxyPage::addNameTo(QVBoxLayout &column)
{
    auto *signIn = new QPushButton(tr("Sign in…"), this);
    signIn->setObjectName(u"signInToProxy"_s);
    signIn->setAccessibleName(tr("Sign in to the proxy"));
    signIn->setAutoDefault(false);
    connect(signIn, &QPushButton::clicked, this, &ProxyPage::signInRequested);
    m_signOut->setObjectName(u"signOutOfProxy"_s);
    m_signOut->setAccessibleName(m_signOut->text());
    m_signOut->setAutoDefault(false);
    connect(m_signOut, &QPushButton::clicked, this, &ProxyPage::signOutRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(signIn);
    buttons->addWidget(m_signOut);
    buttons->addStretch(1);
    column.addWidget(m_name);
    column.addLayout(buttons);
}

void ProxyPage::setOwn(const std::optional<ProxyAddress> &own)
{
    m_ofSystem->setChecked(!own);
    m_ownOne->setChecked(own.has_value());
    if (own) {
        m_host->setText(own->host);
        m_port->setText(QString::number(own->port));
    }
    m_inUse->setText(own ? tr("In use: %1").arg(visibleText(proxyText(*own))) : QString());
    showFields();
}

void ProxyPage::setName(const QString &name)
{
    m_name->setText(name.isEmpty() ? tr("Steward has no name for the proxy. It asks you when the proxy wants "
                                        "one, and keeps name and "
                                        "password in this desktop's keyring.")
                                   : tr("Signed in as %1.").arg(visibleText(name)));
    m_signOut->setEnabled(!name.isEmpty());
}

void ProxyPage::showFields()
{
    m_fields->setEnabled(m_ownOne->isChecked());
}

void ProxyPage::use()
{
    const ProxyReading reading = readProxyAddress(m_host->text(), m_port->text());
    m_hostFault->say(m_host, reading.hostFault);
    m_portFault->say(m_port, reading.portFault);
    if (reading.address)
        emit ownChosen(reading.address);
    else
        (reading.hostFault.isEmpty() ? m_port : m_host)->setFocus();
}
