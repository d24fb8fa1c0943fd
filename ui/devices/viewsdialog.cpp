// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/viewsdialog.h"

#include "app/settings/viewfile.h"
#include "ui/devices/viewnamedialog.h"
#include "ui/window/looks.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int idRole = Qt::UserRole;

ViewsDialog::ViewsDialog(SavedViews &views, QWidget *parent)
    : QDialog(parent), m_views(views), m_list(new QListWidget(this)),
      m_rename(makeButton(u"renameView"_s, tr("Rename…"), &ViewsDialog::rename)),
      m_remove(makeButton(u"removeView"_s, tr("Remove view"), &ViewsDialog::removeOrHide)),
      m_up(makeButton(u"moveViewUp"_s, tr("Move up"), &ViewsDialog::moveUp)),
      m_down(makeButton(u"moveViewDown"_s, tr("Move down"), &ViewsDialog::moveDown)),
      m_import(makeButton(u"importViews"_s, tr("Import…"), &ViewsDialog::askWhatToImport)),
      m_export(makeButton(u"exportViews"_s, tr("Export…"), &ViewsDialog::askWhereToExport)),
      m_undo(makeButton(u"undoRemoveView"_s, tr("Undo"), &ViewsDialog::undoRemove)), m_says(new QLabel(this))
{
    setObjectName(u"viewsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Views"));
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsDialog::showChosen);
    connect(&views, &SavedViews::changed, this, &ViewsDialog::showViews);
    connect(&views, &QObject::destroyed, this, &QDialog::reject); // the account is closed
    showViews();
    m_list->setCurrentRow(0);
}

QPushButton *ViewsDialog::makeButton(const QString &name, const QString &text, void (ViewsDialog::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ViewsDialog::layOut()
{
    m_list->setObjectName(u"viewList"_s);
    m_list->setAccessibleName(tr("Views"));
    m_says->setObjectName(u"viewsSay"_s);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    m_undo->hide();
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeViews"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    for (QPushButton *button : {m_rename, m_remove, m_up, m_down})
        side->addWidget(button);
    side->addSpacing(12);
    side->addWidget(m_import);
    side->addWidget(m_export);
    side->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_list, 1);
    middle->addLayout(side);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_says, 1);
    foot->addWidget(m_undo);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    resize(480, 380);
}

void ViewsDialog::showViews()
{
    const QListWidgetItem *current = m_list->currentItem();
    const QString before = current ? current->data(idRole).toString() : QString();
    m_list->clear();
    for (const SavedView &view : m_views.views()) {
        auto *item =
            new QListWidgetItem(view.isHidden ? tr("%1 (hidden)").arg(view.name) : view.name, m_list);
        item->setData(idRole, view.id);
        item->setToolTip(view.query.isEmpty() ? tr("All devices") : view.query.toHtmlEscaped());
    }
    choose(before);
    m_export->setEnabled(!ownViews().isEmpty());
    m_export->setToolTip(m_export->isEnabled() ? QString() : tr("There are no views of your own yet."));
    showChosen();
}

void ViewsDialog::choose(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(idRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

const SavedView *ViewsDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_views.find(item->data(idRole).toString()) : nullptr;
}

void ViewsDialog::showChosen()
{
    const SavedView *view = chosen();
    const bool isBuiltIn = view && view->isBuiltIn;
    m_rename->setEnabled(view && !isBuiltIn);
    m_rename->setToolTip(isBuiltIn ? tr("Steward's own views keep their names.") : QString());
    m_remove->setEnabled(view);
    m_remove->setText(!isBuiltIn ? tr("Remove view") : view->isHidden ? tr("Show view") : tr("Hide view"));
    m_up->setEnabled(view && m_list->currentRow() > 0);
    m_down->setEnabled(view && m_list->currentRow() + 1 < m_list->count());
}

QList<SavedView> ViewsDialog::ownViews() const
{
    QList<SavedView> own;
    std::ranges::copy_if(m_views.views(), std::back_inserter(own),
                         [](const SavedView &view) { return !view.isBuiltIn; });
    return own;
}

void ViewsDialog::rename()
{
    const SavedView *view = chosen();
    if (!view)
        return;
    auto *dialog = new ViewNameDialog(m_views, *view, this);
    connect(dialog, &ViewNameDialog::nameChosen, this, [this, id = view->id](const QString &name) {
        const SavedView *known = m_views.find(id);
        if (!known)
            return;
        SavedView renamed = *known;
        renamed.name = name;
        m_views.update(renamed);
    });
    dialog->open();
}

void ViewsDialog::removeOrHide()
{
    const SavedView *view = chosen();
    if (!view)
        return;
    if (view->isBuiltIn) {
        m_views.setHidden(view->id, !view->isHidden);
        return;
    }
    const int row = m_list->currentRow();
    m_removed = Removed{*view, row};
    m_views.remove(m_removed->view.id);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_says->setText(tr("%1 is removed.").arg(m_removed->view.name));
    m_undo->show();
}

void ViewsDialog::undoRemove()
{
    if (!m_removed)
        return;
    const QString id = m_views.add(m_removed->view);
    m_views.move(id, m_removed->row);
    choose(id);
    m_removed.reset();
    m_says->clear();
    m_undo->hide();
    m_list->setFocus();
}

void ViewsDialog::moveBy(int step)
{
    const SavedView *view = chosen();
    if (!view)
        return;
    const int row = m_list->currentRow() + step;
    if (row >= 0 && row < m_list->count())
        m_views.move(QString(view->id), row);
}

void ViewsDialog::askWhatToImport()
{
    auto *dialog = new QFileDialog(this, tr("Import views"), {}, tr("Views (*.json);;All files (*)"));
    dialog->setObjectName(u"importViewsFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ViewsDialog::importFrom);
    dialog->open();
}

void ViewsDialog::importFrom(const QString &path)
{
    ImportedViews imported = readViewFile(path);
    m_removed.reset();
    m_undo->hide();
    if (!imported.problem.isEmpty()) {
        m_says->setText(imported.problem);
        return;
    }
    int added = 0;
    for (const SavedView &view : imported.views)
        added += m_views.add(view).isEmpty() ? 0 : 1;
    QStringList sentences{added == 1 ? tr("1 view was added.") : tr("%1 views were added.").arg(added)};
    sentences += imported.remarks;
    m_says->setText(sentences.join(u'\n'));
}

void ViewsDialog::askWhereToExport()
{
    auto *dialog = new QFileDialog(this, tr("Export views"), {}, tr("Views (*.json)"));
    dialog->setObjectName(u"exportViewsFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"steward-views.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ViewsDialog::exportTo);
    dialog->open();
}

void ViewsDialog::exportTo(const QString &path)
{
    const QList<SavedView> own = ownViews();
    const QString problem = writeViewFile(path, own);
    m_removed.reset();
    m_undo->hide();
    if (!problem.isEmpty())
        m_says->setText(problem);
    else
        m_says->setText(own.size() == 1 ? tr("1 view was written to %1.").arg(path)
                                        : tr("%1 views were written to %2.").arg(own.size()).arg(path));
}
