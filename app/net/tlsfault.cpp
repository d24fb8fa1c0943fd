// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/tlsfault.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct TlsFault
{
    Q_DECLARE_TR_FUNCTIONS(TlsFault)
};

QString nameOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectInfo(QSslCertificate::CommonName).join(u", "_s);
    return name.isEmpty() ? certificate.subjectDisplayName() : name;
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

QString lineOf(const QSslError &error, const QDateTime &now)
{
    const QSslCertificate &certificate = error.certificate();
    const QString name = nameOf(certificate);
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return TlsFault::tr("The certificate of “%1” expired on %2. The clock of this computer says %3.")
            .arg(name, timeText(certificate.expiryDate()), timeText(now));
    case QSslError::CertificateNotYetValid:
        return TlsFault::tr(
                   "The certificate of “%1” is valid only from %2. The clock of this computer says %3.")
            .arg(name, timeText(certificate.effectiveDate()), timeText(now));
    case QSslError::HostNameMismatch: {
        const QStringList names = certificate.subjectAlternativeNames().values();
        return TlsFault::tr("The certificate is for %1, not for this host.")
            .arg(names.isEmpty() ? name : names.join(u", "_s));
    }
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return TlsFault::tr("The certificate of “%1” is signed by itself: nobody that this computer trusts "
                            "vouches for it.")
            .arg(name);
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateUntrusted:
        return TlsFault::tr("The certificate of “%1” is by “%2”, whom this computer does not know.")
            .arg(name, certificate.issuerDisplayName());
    default:
        return certificate.isNull() ? error.errorString() : name + u": "_s + error.errorString();
    }
}

} // namespace

QString tlsFaultText(const QList<QSslError> &errors, const QDateTime &now)
{
    QStringList lines;
    for (const QSslError &error : errors) {
        if (error.error() != QSslError::NoError)
            lines << lineOf(error, now);
    }
    lines.removeDuplicates();
    return lines.join(u'\n');
}
