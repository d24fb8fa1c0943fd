// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/helpdialogs.h"

#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

void addKey(QFormLayout &form, const Theme &theme, const QString &key, const QString &text)
{
    auto *keyLabel = new QLabel(key);
    keyLabel->setTextFormat(Qt::PlainText);
    setInk(keyLabel, Ink::Text2);
    auto *textLabel = new QLabel(text);
    textLabel->setTextFormat(Qt::PlainText);
    textLabel->setFont(theme.font(TextStyle::Base));
    form.addRow(keyLabel, textLabel);
}

void addKeysOf(const QMenu &menu, QFormLayout &form, const Theme &theme)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addKeysOf(*action->menu(), form, theme);
        else if (!action->shortcut().isEmpty())
            addKey(form, theme, action->shortcut().toString(QKeySequence::NativeText), action->text());
    }
}

} // namespace

void showShortcuts(const QMenuBar &bar, const Theme &theme, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Help::tr("Keyboard shortcuts"));
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(20, 20, 20, 16);
    form->setHorizontalSpacing(24);
    const QList<QAction *> menus = bar.actions();
    for (const QAction *menu : menus)
        addKeysOf(*menu->menu(), *form, theme);
    addKey(*form, theme, Help::tr("Arrows, Page, Home, End"), Help::tr("Move in the tree and in the grid"));
    addKey(*form, theme, Help::tr("Left, Right in the tree"), Help::tr("Close or open the account"));
    addKey(*form, theme, Help::tr("Enter in the search field"), Help::tr("Search the name at IDrive"));
    auto *close = new QPushButton(Help::tr("Close"), dialog);
    close->setObjectName(u"closeShortcuts"_s);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::close);
    form->addRow(QString(), close);
    dialog->show();
}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"aboutDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Help::tr("About Steward"));
    box->setIconPixmap(applicationIcon().pixmap(48, 48));
    box->setTextFormat(Qt::PlainText);
    box->setText(Help::tr("Steward %1").arg(QStringLiteral(STEWARD_VERSION)));
    box->setInformativeText(Help::tr(
        "A desktop console for administrators of IDrive 360 for managed service providers. Not a "
        "product of IDrive.\n\nFree software under the GNU General Public License, version 3 or later."));
    box->addButton(Help::tr("Close"), QMessageBox::RejectRole);
    box->open();
}
