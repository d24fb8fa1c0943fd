// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/rawdevice.h"
#include "app/net/apiclient.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class Theme;

/// The row of one device as the server gives it, asked for anew: every field, also those that Steward does not know. Not modal.
class RawDeviceDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks at once. \a client may go before the dialog; \a theme outlives it. \a title is the device's name.
    RawDeviceDialog(ApiClient &client, DeviceId device, CompanyId company, const QString &title,
                    const Theme &theme, QWidget *parent = nullptr);

private:
    void layOut(const Theme &theme);
    void ask();
    void take(const Result<QList<RawDevice>> &answer);
    void showText(const QString &state, const QString &json);

    QPointer<ApiClient> m_client;
    DeviceId m_device;
    CompanyId m_company;
    QLabel *m_state;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_again;
    RequestHandle m_request;
};
