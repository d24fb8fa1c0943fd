// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"
#include "ui/health/limitplaces.h"

#include <QDialog>

#include <array>
#include <optional>

class FieldFault;
class QComboBox;
class QFormLayout;
class QLineEdit;

/// Asks for the limits of one place, or of a place that is chosen here. Faults stand under their field. Deletes itself when it is closed.
class LimitDialog : public QDialog
{
    Q_OBJECT

public:
    /// Changes what \a book says of \a place; nothing: a place that has no limits yet. \a fleet outlives the dialog.
    LimitDialog(const Fleet &fleet, const LimitBook &book, const std::optional<LimitPlace> &place,
                QWidget *parent);

signals:
    /// \a set holds for \a place from now on.
    void limitsChosen(const LimitPlace &place, const LimitSet &set);

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        FieldFault *fault = nullptr;
    };

    void addChoice(QFormLayout &form);
    void followChoice();
    void addLimit(QFormLayout &form, LimitKind kind);
    void layOut(QFormLayout *form);
    void showPlaces();
    void showLimits();
    std::optional<LimitPlace> chosen() const;
    QString placeFault() const;
    std::optional<LimitSet> readLimits();
    void makeRoom();
    void keep();

    const LimitPlaces m_places;
    const LimitBook m_book;
    std::optional<LimitPlace> m_given;
    QComboBox *m_kind = nullptr; // nullptr: the place is given
    QComboBox *m_place = nullptr;
    FieldFault *m_placeFault;
    std::array<Field, limitKindCount> m_fields;
    FieldFault *m_fault;
};
