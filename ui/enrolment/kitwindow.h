// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitmatrix.h"
#include "app/enrolment/kittemplate.h"
#include "app/net/endpoint.h"
#include "ui/enrolment/kitexport.h"
#include "ui/sheets/exportform.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class CompanyChooser;
class ExportDialog;
class KitDetails;
class KitModel;
class KitTexts;
class KitView;
class LinkOpener;
class Note;
class ProgressLine;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class Theme;

/// The setup kit: companies to choose from, their links for every system, the options, the person's texts, and what can be done with
/// all of it. Not modal. Nothing is asked for before somebody wants it, but for one company alone.
class KitWindow : public QDialog
{
    Q_OBJECT

public:
    struct Setup
    {
        KitMatrix::Asker asker; ///< Who answers for an account.
        QList<KitTemplate> templates{};
        std::function<bool(const QUrl &)> launch{}; ///< Opens a checked link; none: the desktop.
    };

    /// \a theme outlives the window.
    KitWindow(const Setup &setup, const Theme &theme, QWidget *parent = nullptr);

    KitMatrix &matrix() { return *m_matrix; }
    /// Who can be chosen.
    void setCompanies(const QList<KitCompany> &companies);
    /// Shows the window with \a companies chosen; one alone is asked for at once.
    void open(const QSet<CompanyKey> &companies);
    using QDialog::open;

signals:
    void templatesChanged(const QList<KitTemplate> &templates);

private:
    QWidget *makeMiddle(const Theme &theme);
    QHBoxLayout *makeHead(const Theme &theme);
    QHBoxLayout *makeOptions(const Theme &theme);
    void connectParts();
    SetupOptions options() const;
    void takeCompanies();
    void takeOptions();
    void askShown();
    void askAll();
    void showState();
    void showButtons(const KitCounts &counts);
    void showProgress(const KitCounts &counts);
    void showNote();
    void showCell();
    std::optional<KitFacts> factsOf(int row, SetupSystem system) const;
    SetupSystem currentSystem() const;
    void copyCell(const QModelIndex &cell);
    void copyColumn(int column);
    void copyAll();
    void copyTextForAll();
    void copy(const QString &text, const QString &what);
    void openCurrent();
    void exportKits();
    void say(const QString &text);

    const Theme &m_theme;
    KitMatrix::Asker m_asker;
    KitMatrix *m_matrix;
    KitModel *m_model;
    CompanyChooser *m_chooser;
    KitView *m_view;
    KitDetails *m_details;
    KitTexts *m_texts;
    LinkOpener *m_opener;
    QLabel *m_title;
    QLabel *m_count;
    QPushButton *m_ask;
    QPushButton *m_askAll;
    QPushButton *m_copyAll;
    QPushButton *m_export;
    QCheckBox *m_private;
    QCheckBox *m_full;
    QLabel *m_progressText;
    ProgressLine *m_progress;
    QPushButton *m_cancel;
    Note *m_note;
    QLabel *m_asOf;
    QLabel *m_said;
    QTimer m_showSoon;
    KitSheetChoice m_choice;
    ExportHabits m_habits;
    QPointer<ExportDialog> m_dialog;
};
