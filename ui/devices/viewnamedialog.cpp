// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/viewnamedialog.h"

#include "ui/window/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int dialogWidth = 380;

ViewNameDialog::ViewNameDialog(const SavedViews &views, const SavedView &view, QWidget *parent)
    : QDialog(parent), m_views(views), m_id(view.id), m_name(new QLineEdit(view.name, this)),
      m_problem(new QLabel(this)), m_save(new QPushButton(tr("Save view"), this))
{
    setObjectName(u"viewNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_id.isEmpty() ? tr("Save as a view") : tr("Rename %1").arg(view.name));
    layOut();
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::check);
    connect(&views, &QObject::destroyed, this, &QDialog::reject); // the account is closed
    connect(m_save, &QPushButton::clicked, this, &ViewNameDialog::choose);
    check();
}

void ViewNameDialog::layOut()
{
    m_name->setObjectName(u"viewName"_s);
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(viewlimit::nameLength);
    m_name->selectAll();
    m_problem->setObjectName(u"viewNameProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setInk(m_problem, Ink::Bad);
    auto *what =
        new QLabel(m_id.isEmpty() ? tr("A view keeps the query, the columns with their widths, and the sort.")
                                  : tr("The new name of the view:"),
                   this);
    what->setWordWrap(true);
    m_save->setObjectName(u"saveViewName"_s);
    m_save->setDefault(true);
    setKind(m_save, ButtonKind::Main);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelViewName"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(what);
    column->addWidget(m_name);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(dialogWidth);
}

/// An empty name is no mistake yet.
void ViewNameDialog::check()
{
    const QString problem = m_views.nameProblem(m_name->text(), m_id);
    const bool isTold = !problem.isEmpty() && !m_name->text().trimmed().isEmpty();
    m_problem->setText(isTold ? problem : QString());
    setWrong(m_name, isTold);
    m_save->setEnabled(problem.isEmpty());
    m_save->setToolTip(problem);
}

void ViewNameDialog::choose()
{
    emit nameChosen(viewName(m_name->text()));
    accept();
}
