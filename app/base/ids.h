// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

/// An identifier that the server or Steward gave, kept as text: ids are compared, shown and sent, never reckoned with
/// (API document: `company_id` is a number in some answers and a string in others). \a Tag keeps the kinds apart.
template <typename Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(QString text) : m_text(std::move(text)) { }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TextId &a, const TextId &b) { return a.m_text == b.m_text; }
    friend std::strong_ordering operator<=>(const TextId &a, const TextId &b)
    {
        return QString::compare(a.m_text, b.m_text) <=> 0;
    }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

/// One signed-in account of Steward (one API key). Given by Steward, never sent.
using AccountId = TextId<struct AccountTag>;
/// `company_id` of the API document.
using CompanyId = TextId<struct CompanyTag>;
/// `device_id` of the API document. Opaque; case matters.
using DeviceId = TextId<struct DeviceTag>;
/// `backup_id` of the API document: a backup plan.
using PlanId = TextId<struct PlanTag>;

/// A company of one account. Two accounts may see the same company; they are then two rows of the tree.
struct CompanyKey
{
    AccountId account;
    CompanyId company;

    friend bool operator==(const CompanyKey &, const CompanyKey &) = default;
    friend auto operator<=>(const CompanyKey &, const CompanyKey &) = default;
    friend size_t qHash(const CompanyKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.company);
    }
};

/// A device of one account: what rows are joined by.
struct DeviceKey
{
    AccountId account;
    DeviceId device;

    friend bool operator==(const DeviceKey &, const DeviceKey &) = default;
    friend auto operator<=>(const DeviceKey &, const DeviceKey &) = default;
    friend size_t qHash(const DeviceKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.device);
    }
};

Q_DECLARE_METATYPE(CompanyKey)
Q_DECLARE_METATYPE(DeviceKey)
