// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"

#include <vector>

/// JSON: an array with one object for each row, a line each. Texts stand as they came, without any guard; what is not known is
/// null; a number column's numbers are numbers.
class JsonWriter : public SheetWriter
{
public:
    explicit JsonWriter(const QList<SheetColumn> &columns);

    void begin(std::string &out) override;
    void write(const SheetRows &rows, std::string &out) override;
    void end(std::string &out) override;

private:
    struct Field
    {
        std::string opening; ///< What stands before the value: {"Name": or ,"Name":
        CellKind kind;
    };

    std::vector<Field> m_fields;
    bool m_hasRows = false;
};
