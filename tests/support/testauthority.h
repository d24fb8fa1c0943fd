// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>

/// A certificate authority for one test program, made when it is needed and gone with it. Nothing of it is kept in a file.
class TestAuthority
{
public:
    /// What there is about a server's certificate. All of them are this authority's, where nothing else is said.
    enum class Leaf {
        Good, ///< For localhost, 127.0.0.1 and ::1, valid by now.
        Expired, ///< Yesterday.
        NotYetValid, ///< Until tomorrow.
        WrongName, ///< For elsewhere.invalid.
        SelfSigned,
        UnknownAuthority, ///< By another one, which sends its own certificate along.
    };

    TestAuthority();
    ~TestAuthority();
    Q_DISABLE_COPY_MOVE(TestAuthority)

    QSslCertificate root() const;
    /// What a ByteServer needs to speak TLS with such a certificate.
    QSslConfiguration server(Leaf leaf = Leaf::Good) const;

    /// From now on this process takes the authority for one of the system's: as if an administrator had installed it.
    void trustInThisProcess() const;

private:
    struct Identity;
    std::unique_ptr<Identity> m_root;
};
