// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kittemplate.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class Theme;

/// The person's own texts for mails and scripts: chosen, written, filled in for the cell that is selected, and copied for it or for
/// every company of the kit.
class KitTexts : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the part.
    KitTexts(QList<KitTemplate> templates, const Theme &theme, QWidget *parent = nullptr);

    /// What the preview is filled with; nullopt: nothing is selected.
    void setFacts(const std::optional<KitFacts> &facts);
    /// How many companies "Copy for all" is for.
    void setCompanyCount(qsizetype count);
    const KitTemplate &current() const { return m_templates[m_current]; }

signals:
    /// The person changed something: to be kept.
    void templatesChanged(const QList<KitTemplate> &templates);
    void copyRequested(const QString &text, const QString &what);
    /// The current template is to be filled in for each company of the kit.
    void allRequested();

private:
    QWidget *makeEditor(const Theme &theme);
    QWidget *makePreview(const Theme &theme);
    void showNames();
    void choose(int index);
    void add();
    void remove();
    void takeName(const QString &name);
    void takeText();
    void announce();
    void showPreview();

    QList<KitTemplate> m_templates; // never empty
    qsizetype m_current = 0;
    bool m_isShowing = false;
    std::optional<KitFacts> m_facts;
    qsizetype m_companyCount = 0;
    QTimer m_keepSoon;
    QComboBox *m_names;
    QPushButton *m_add;
    QPushButton *m_remove;
    QCheckBox *m_isScript;
    QPlainTextEdit *m_text;
    QLabel *m_problems;
    QLabel *m_previewTitle;
    QPlainTextEdit *m_preview;
    QLabel *m_doubts;
    QPushButton *m_copy;
    QPushButton *m_copyAll;
};
