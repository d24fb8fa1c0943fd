// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldfault.h"

#include "ui/window/looks.h"

FieldFault::FieldFault(const QString &name, QWidget *parent) : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setInk(this, Ink::Bad);
    hide();
}

void FieldFault::say(QWidget *field, const QString &fault)
{
    setText(fault);
    setVisible(!fault.isEmpty());
    if (!field)
        return;
    setWrong(field, !fault.isEmpty());
    if (!m_usual)
        m_usual = field->accessibleDescription();
    field->setAccessibleDescription(fault.isEmpty() ? *m_usual : fault);
}
