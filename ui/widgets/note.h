// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tokens.h"

#include <QWidget>

class FactText;
class QLabel;
class Theme;

/// A tinted box in the details: a first line, a plain text, a last line. Empty lines are left out.
class Note : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Quotation, ///< The server's own words.
        Notice, ///< Nothing is wrong.
        Warning,
    };

    Note(Kind kind, const Theme &theme, QWidget *parent = nullptr);

    void setKind(Kind kind);
    void setTexts(const QString &first, const QString &text, const QString &last = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showText();

    Kind m_kind;
    const Theme &m_theme;
    QString m_words;
    QLabel *m_first;
    FactText *m_text;
    QLabel *m_last;
};
