// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/rawdevicedialog.h"

#include "app/base/visibletext.h"
#include "app/devices/devicerequests.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RawDeviceDialog::RawDeviceDialog(ApiClient &client, DeviceId device, CompanyId company, const QString &title,
                                 const Theme &theme, QWidget *parent)
    : QDialog(parent), m_client(&client), m_device(std::move(device)), m_company(std::move(company)),
      m_state(new QLabel(this)), m_text(new QPlainTextEdit(this)), m_copy(new QPushButton(tr("Copy"), this)),
      m_again(new QPushButton(tr("Ask again"), this))
{
    setObjectName(u"rawDeviceDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Raw data of %1").arg(visibleText(title)));
    layOut(theme);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_again, &QPushButton::clicked, this, &RawDeviceDialog::ask);
    ask();
}

void RawDeviceDialog::layOut(const Theme &theme)
{
    m_state->setObjectName(u"rawDeviceState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    setInk(m_state, Ink::Text2);
    m_text->setObjectName(u"rawDeviceText"_s);
    m_text->setAccessibleName(tr("Raw data"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme.font(TextStyle::Mono));
    m_copy->setObjectName(u"copyRawDevice"_s);
    setLeadingIcon(m_copy, glyphIcon(theme, Glyph::Copy));
    m_again->setObjectName(u"askRawDeviceAgain"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeRawDevice"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_state);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    resize(560, 420);
}

void RawDeviceDialog::ask()
{
    if (!m_client) {
        showText(tr("This account was closed. What was read before stays."), m_text->toPlainText());
        return;
    }
    m_again->setEnabled(false);
    showText(tr("Asking IDrive…"), m_text->toPlainText());
    m_request = m_client->send(rawDevice(m_device, m_company), this,
                               [this](const Result<QList<RawDevice>> &answer) { take(answer); });
}

void RawDeviceDialog::take(const Result<QList<RawDevice>> &answer)
{
    m_again->setEnabled(true);
    if (!answer && answer.error().kind != ErrorKind::NotFound) {
        showText(answer.error().what() + u' ' + answer.error().advice(), m_text->toPlainText());
        return;
    }
    const std::optional<RawDevice> device =
        answer ? rawDeviceIn(*answer, m_device) : std::optional<RawDevice>();
    const QString when = QLocale().toString(QTime::currentTime(), u"HH:mm:ss"_s);
    if (device)
        showText(tr("As IDrive gave it at %1.").arg(when), device->json);
    else
        showText(tr("IDrive does not know this device (any more), asked at %1.").arg(when), {});
}

void RawDeviceDialog::showText(const QString &state, const QString &json)
{
    m_state->setText(state);
    if (m_text->toPlainText() != json)
        m_text->setPlainText(json);
    m_copy->setEnabled(!json.isEmpty());
}
