// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheettrouble.h"
#include "ui/sheets/exportform.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class Note;
class ProgressLine;
class QHBoxLayout;
class QLabel;
class QPushButton;
class SheetExport;
class Theme;

/// Exports the rows of a grid into a file, in the background: asks for format, rows and file, asks before it replaces one, shows how far
/// it is, and says at the end what was written or why not. Not modal, deletes itself when it is closed. Closed while it writes, it
/// cancels, and the file stays as it was.
///
/// What goes into the file is what the grid shows when *Export* is pressed.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the dialog.
    ExportDialog(std::unique_ptr<ExportSubject> subject, const ExportHabits &habits, const Theme &theme,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Escape: cancels the export, else closes.
    void reject() override;

signals:
    /// An export began: \a habits for the next dialog.
    void started(const ExportHabits &habits);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class State { Choosing, Asking, Writing, Written };

    QHBoxLayout *makeButtons();
    QPushButton *makeButton(const QString &name, const QString &text);
    void layOut();
    void setState(State state);
    void showSubject();
    void begin();
    void write();
    void showProgress(qsizetype rowsWritten, qsizetype expectedRows);
    void showWritten(qsizetype rows, qint64 bytes);
    void showFailure(const SheetTrouble &trouble);
    void showCancelled();
    void end(State state);
    void openFolder();

    std::unique_ptr<ExportSubject> m_subject;
    ExportForm *m_form;
    QWidget *m_choices = nullptr; // of the subject
    Note *m_warning;
    QLabel *m_said;
    ProgressLine *m_progress;
    QPushButton *m_openFolder;
    QPushButton *m_close; // or cancels, or keeps the file
    QPushButton *m_export; // or replaces the file
    QTimer m_showSoon;
    std::unique_ptr<SheetExport> m_run;
    QString m_file; // of the run
    State m_state = State::Choosing;
    bool m_isLeaving = false; // closed while it was writing
};
