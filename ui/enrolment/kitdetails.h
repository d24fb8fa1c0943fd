// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitmatrix.h"

#include <QScrollArea>

class ElidedLabel;
class FactList;
class FactText;
class Note;
class QLabel;
class QPushButton;
class QrView;
class Theme;

/// One cell of the matrix whole: its link, its configuration ID decoded, whether they agree, and the link as a QR code.
class KitDetails : public QScrollArea
{
    Q_OBJECT

public:
    /// \a theme outlives the pane.
    explicit KitDetails(const Theme &theme, QWidget *parent = nullptr);

    /// \a company is the name as it is shown; an empty one: nothing is selected.
    void setCell(const QString &company, SetupSystem system, SetupOptions options, const KitCell &cell);

signals:
    void linkCopyRequested();
    void idCopyRequested();
    void openRequested();

private:
    QPushButton *makeButton(const QString &name, const QString &text);
    void layOut(const Theme &theme);
    void showCell();
    void showChecks();

    const Theme &m_theme;
    QString m_company;
    SetupSystem m_system = SetupSystem::Win;
    SetupOptions m_options;
    KitCell m_cell;
    QLabel *m_which;
    ElidedLabel *m_title;
    FactText *m_link;
    QPushButton *m_copyLink;
    QPushButton *m_copyId;
    QPushButton *m_open;
    FactList *m_decoded;
    QLabel *m_agrees;
    Note *m_warning;
    QLabel *m_qrTitle;
    QrView *m_qr;
    QLabel *m_noQr;
};
