// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testauthority.h"

#include <QByteArray>
#include <QList>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <atomic>

namespace {

template <auto FreeIt>
struct Freed
{
    template <typename T>
    void operator()(T *owned) const
    {
        FreeIt(owned);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

constexpr long day = 24 * 60 * 60; // seconds

// What a certificate is to say.
struct Claim
{
    const char *name; // common name
    const char *alternativeNames = nullptr; // empty: it is an authority's
    long validFrom = -day; // seconds from now
    long validUntil = 30 * day;
};

Key newKey()
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

void addExtension(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, nullptr, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    X509_add_ext(certificate, extension.get(), -1);
}

QByteArray derOf(const X509 *certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &end);
    return der;
}

QByteArray derOf(const EVP_PKEY *key)
{
    QByteArray der(i2d_PrivateKey(key, nullptr), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    i2d_PrivateKey(key, &end);
    return der;
}

} // namespace

// A certificate and its key.
struct TestAuthority::Identity
{
    // Without \a issuer: signed by itself.
    Identity(const Claim &claim, const Identity *issuer) : key(newKey()), certificate(X509_new())
    {
        static std::atomic<long> lastSerial = 0; // two certificates of one authority may not share it
        X509_set_version(certificate.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++lastSerial);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), claim.validFrom);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), claim.validUntil);
        X509_set_pubkey(certificate.get(), key.get());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(claim.name), -1, -1, 0);
        const X509 *signer = issuer ? issuer->certificate.get() : certificate.get();
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
        if (claim.alternativeNames) {
            addExtension(certificate.get(), NID_subject_alt_name, claim.alternativeNames);
        } else {
            addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
            addExtension(certificate.get(), NID_key_usage, "critical,keyCertSign");
        }
        X509_sign(certificate.get(), issuer ? issuer->key.get() : key.get(), EVP_sha256());
    }

    QSslCertificate paper() const { return QSslCertificate(derOf(certificate.get()), QSsl::Der); }

    QSslConfiguration server(const QList<QSslCertificate> &chain) const
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificateChain(QList{paper()} + chain);
        configuration.setPrivateKey(QSslKey(derOf(key.get()), QSsl::Ec, QSsl::Der));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificate
        return configuration;
    }

    Key key;
    Certificate certificate;
};

TestAuthority::TestAuthority()
    : m_root(std::make_unique<Identity>(Claim{.name = "Authority of the tests"}, nullptr))
{ }

TestAuthority::~TestAuthority() = default;

QSslCertificate TestAuthority::root() const
{
    return m_root->paper();
}

QSslConfiguration TestAuthority::server(Leaf leaf) const
{
    constexpr auto thisComputer = "DNS:localhost,IP:127.0.0.1,IP:::1";
    const Claim good{.name = "localhost", .alternativeNames = thisComputer};
    switch (leaf) {
    case Leaf::Good:
        break;
    case Leaf::Expired:
        return Identity({.name = "localhost",
                         .alternativeNames = thisComputer,
                         .validFrom = -3 * day,
                         .validUntil = -day},
                        m_root.get())
            .server({});
    case Leaf::NotYetValid:
        return Identity({.name = "localhost",
                         .alternativeNames = thisComputer,
                         .validFrom = day,
                         .validUntil = 3 * day},
                        m_root.get())
            .server({});
    case Leaf::WrongName:
        return Identity({.name = "elsewhere.invalid", .alternativeNames = "DNS:elsewhere.invalid"},
                        m_root.get())
            .server({});
    case Leaf::SelfSigned:
        return Identity(good, nullptr).server({});
    case Leaf::UnknownAuthority: {
        const Identity other({.name = "Authority of nobody"}, nullptr);
        return Identity(good, &other).server({other.paper()});
    }
    }
    return Identity(good, m_root.get()).server({});
}

void TestAuthority::trustInThisProcess() const
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(root());
    QSslConfiguration::setDefaultConfiguration(trusting);
}
