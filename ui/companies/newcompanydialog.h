// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/creatingcompany.h"
#include "ui/window/looks.h"

#include <QDialog>
#include <QTimer>

class Note;
class QLabel;
class QLineEdit;
class QPushButton;
class Theme;

/// Asks for the name of a new company below another one, looks whether there is one of this name, creates it, and says what came of it.
/// Nothing that was typed is lost before a company is there. Deletes itself when it is closed; what is on the wire then goes on, and
/// stands under Activity.
class NewCompanyDialog : public QDialog
{
    Q_OBJECT

public:
    /// Everything given outlives the dialog, or ends it. \a parentCompany: where it is created; \a parentTitle is its name.
    NewCompanyDialog(ChangeRunner &runner, ApiClient &client, const CompanyKey &parentCompany,
                     const QString &parentTitle, const Theme &theme, QWidget *parent);

signals:
    /// It is there.
    void created(const CompanyKey &company);
    /// The person wants to see the company that was created.
    void showRequested(const CompanyKey &company);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    QLabel *makeLine(const QString &name, Ink ink);
    void connectParts();
    void typed();
    void press();
    void createIfWanted();
    void showAll();
    void showLook();
    void showOutcome();
    void showButtons();
    QString outcomeText(const ChangeRecord &change) const;
    QString fieldErrors(ErrorField field) const;
    QString lookText() const;

    CreatingCompany m_creating;
    const AccountId m_account;
    bool m_isWanted = false; // Create was pressed before the look was over
    QTimer m_lookSoon;
    QLabel *m_below;
    QLabel *m_belowProblem;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    QLabel *m_found;
    Note *m_outcome;
    QPushButton *m_another;
    QPushButton *m_show;
    QPushButton *m_close;
    QPushButton *m_create;
};
