#pragma once
#include "models/core/result.h"
#include "ui/sheets/table.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

struct zip;

namespace wemo::sheets {

/// The parts of a zip archive held in memory, unpacked while they are read.
class ZipArchive final {
public:
    /// No part may unpack to more than `mostUnpacked` bytes. Errors: damaged.
    static Result<std::unique_ptr<ZipArchive>> open(QByteArray bytes, qint64 mostUnpacked = mostUnpackedBytes);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    bool has(const QString &name) const;
    /// Open for reading, from its start to its end only; must go before the archive. Errors: damaged (no such part),
    /// password, too-large (it says itself that it is).
    Result<std::unique_ptr<QIODevice>> part(const QString &name) const;

private:
    ZipArchive(QByteArray bytes, qint64 mostUnpacked);

    QByteArray m_bytes; ///< libzip reads in them
    qint64 m_mostUnpacked;
    struct zip *m_zip = nullptr;
};

/// What a part's errorString() says where it unpacks to more than is allowed, whatever it said itself.
extern const QString unpacksToTooMuch;

} // namespace wemo::sheets
