// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitinspection.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class FactList;
class Note;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;
class Theme;

/// Says what a pasted configuration ID, a setup link or a whole mail holds: whose it is, what it turns on, whether its parts belong
/// together. Everything in it is only text: nothing is opened, and nothing is sent anywhere. Not modal.
class InspectorWindow : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the window.
    explicit InspectorWindow(const Theme &theme, QWidget *parent = nullptr);

    /// Whose a token is, as far as the fleet tells.
    void setOwners(const TokenOwners &owners);
    void setText(const QString &text);

private:
    struct Part
    {
        FactList *facts;
        Note *warning;
    };

    void layOut();
    void inspect();
    void showPiece(size_t index, const InspectedPiece &piece);
    Part makePart();

    const Theme &m_theme;
    TokenOwners m_owners;
    QPlainTextEdit *m_text;
    QLabel *m_summary;
    QVBoxLayout *m_column = nullptr;
    std::vector<Part> m_parts;
    QTimer m_soon;
};
