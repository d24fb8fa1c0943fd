// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QHash>

#include <deque>

/// The companies that devices or the fleet named, as codes from 1, with what each is called and how many devices it has.
/// Code 0: no company.
class CompanyCodes
{
public:
    CompanyCodes();

    /// 0 when there is none.
    quint32 find(const CompanyKey &key) const { return m_codes.value(key, 0); }
    quint32 codeFor(const CompanyKey &key);
    /// Codes are below this.
    quint32 size() const { return static_cast<quint32>(m_companies.size()); }

    const CompanyKey &key(quint32 code) const { return m_companies[code].key; }
    /// The ID where no name is known.
    QString name(quint32 code) const;
    void setName(quint32 code, const QString &name) { m_companies[code].name = name; }

    qsizetype deviceCount(quint32 code) const { return code < size() ? m_companies[code].devices : 0; }
    void addDevices(quint32 code, qsizetype count) { m_companies[code].devices += count; }

    /// The codes of \a account's companies mean nothing from now on; they are not given again.
    void forget(const AccountId &account);
    qsizetype bytesUsed() const;

private:
    struct Company
    {
        CompanyKey key;
        QString name;
        qsizetype devices = 0;
    };
    std::deque<Company> m_companies; // of a deque, because key() hands out references
    QHash<CompanyKey, quint32> m_codes;
};
