#include "ui/sheets/file_bytes.h"

#include "ui/sheets/table.h"

#include <QIODevice>

namespace wemo::sheets {

Result<QByteArray> bytesOf(QIODevice &device) {
    if (!device.isReadable())
        return unreadable(device.errorString());
    QByteArray bytes = device.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return failure(ErrorKind::TooLarge, "too-large",
                       QString("Files up to %1 MB are read.").arg(mostBytes / 1024 / 1024));
    return bytes;
}

Failure unreadable(const QString &why) {
    return failure(ErrorKind::Unavailable, "unreadable", "The file cannot be read.", why);
}

Failure unwritable(const QString &why) {
    return failure(ErrorKind::Unavailable, "unwritable", "The file cannot be written.", why);
}

} // namespace wemo::sheets
