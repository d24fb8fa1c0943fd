// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/wholefile.h"

#include <QSaveFile>

QString writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Without a buffer, and until nothing is left: a disk that gets full takes a part, and a buffered QSaveFile commits that
    // part as if it were all (seen with Qt 6.4).
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (QByteArrayView rest = bytes; !rest.isEmpty();) {
        const qint64 taken = file.write(rest.data(), rest.size());
        if (taken <= 0)
            return file.errorString(); // what was written goes with the object
        rest = rest.sliced(static_cast<qsizetype>(taken));
    }
    return file.commit() ? QString() : file.errorString();
}
