// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/companykits.h"
#include "ui/window/icons.h"

#include <QWidget>

#include <vector>

class ElidedLabel;
class Note;
class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;
class Theme;

/// The setup links and configuration IDs of one company, for every system, with the two options that the API has. A part of the
/// company's details. Nothing is asked for before somebody wants it: a click on a copy button asks for what it copies.
class SetupLinks : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the part.
    explicit SetupLinks(const Theme &theme, QWidget *parent = nullptr);

    /// Whose links; \a client, if there is one, is asked. \a title is the company's name.
    void setCompany(ApiClient *client, const CompanyId &company, const QString &title);

signals:
    /// Something is on the clipboard; \a what says which: "Setup link of Acme for macOS copied". Or why it is not.
    void copied(const QString &what);

private:
    struct Wanted
    {
        SetupSystem system;
        bool isLink; // else the configuration ID
    };
    struct Row
    {
        SetupSystem system;
        QLabel *name;
        ElidedLabel *token; // the part in which the links differ, or why there is none
        QToolButton *copyLink;
        QToolButton *copyId;
    };

    void makeRows();
    Row makeRow(SetupSystem system, QWidget *parent);
    QToolButton *makeCopyButton(Glyph glyph, const QString &name, const QString &text, QWidget *parent);
    void takeOptions();
    bool isAnyWanted() const;
    void showAll();
    void showRow(const Row &row);
    void showWarning();
    void copySoon(SetupSystem system, bool wantsLink);
    void copyWanted(SetupSystem system);

    const Theme &m_theme;
    CompanyKits *m_kits;
    std::optional<Wanted> m_wanted; // copied as soon as it is known
    QString m_title;
    QCheckBox *m_privateEncryption;
    QCheckBox *m_fullClient;
    QPushButton *m_ask;
    QWidget *m_table;
    std::vector<Row> m_rows;
    Note *m_warning;
};
