// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/proxy.h"

#include <QWidget>

class FieldFault;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

/// Which proxy Steward goes through, and under which name.
class ProxyPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyPage(QWidget *parent = nullptr);

    /// Shows what holds; nothing: the system's.
    void setOwn(const std::optional<ProxyAddress> &own);
    /// The name that the proxy is told; empty: none.
    void setName(const QString &name);

signals:
    void ownChosen(const std::optional<ProxyAddress> &own);
    void signInRequested();
    void signOutRequested();

private:
    QLabel *makeText(const QString &text);
    void layOut();
    void addFieldsTo(QVBoxLayout &column);
    void addNameTo(QVBoxLayout &column);
    void showFields();
    void use();

    QRadioButton *m_ofSystem;
    QRadioButton *m_ownOne;
    QWidget *m_fields;
    QLineEdit *m_host;
    QLineEdit *m_port;
    FieldFault *m_hostFault;
    FieldFault *m_portFault;
    QLabel *m_inUse;
    QPushButton *m_use;
    QLabel *m_name;
    QPushButton *m_signOut;
};
