// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/companycodes.h"

CompanyCodes::CompanyCodes() : m_companies(1) { }

quint32 CompanyCodes::codeFor(const CompanyKey &key)
{
    quint32 &code = m_codes[key];
    if (code == 0) {
        code = size();
        m_companies.push_back({key, QString(), 0});
    }
    return code;
}

QString CompanyCodes::name(quint32 code) const
{
    if (code >= size())
        return {};
    const Company &company = m_companies[code];
    return company.name.isEmpty() ? company.key.company.text() : company.name;
}

void CompanyCodes::forget(const AccountId &account)
{
    for (Company &company : m_companies) {
        if (company.key.account != account || m_codes.remove(company.key) == 0)
            continue;
        company = Company();
    }
}

qsizetype CompanyCodes::bytesUsed() const
{
    constexpr qsizetype hashEntry =
        sizeof(CompanyKey) + sizeof(quint32) + 1; // and Qt fills a hash by half at least
    qsizetype bytes = m_codes.capacity() * hashEntry * 2;
    for (const Company &company : m_companies) {
        bytes += qsizetype(sizeof(Company))
            + 2 * (company.key.company.text().capacity() + company.name.capacity());
    }
    return bytes;
}
