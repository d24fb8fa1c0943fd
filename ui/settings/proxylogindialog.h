// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLayout;
class QLineEdit;

/// Asks for the name and the password of a proxy. Deletes itself when it is closed.
class ProxyLoginDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a proxy: its host and port, or empty for the system's. \a name: the one that was used. \a wasRefused: the proxy did not take it.
    ProxyLoginDialog(const QString &proxy, const QString &name, bool wasRefused, QWidget *parent);

    /// The password, which is nowhere else: the field is empty after this.
    Secret takePassword();
    QString name() const;

private:
    void layOut(const QString &question);
    void addFieldsTo(QFormLayout &form);
    QLayout *makeButtons();
    void signIn();

    QLineEdit *m_name;
    QLineEdit *m_password;
    QLabel *m_fault;
};
