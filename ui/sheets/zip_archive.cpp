#include "ui/sheets/zip_archive.h"

#include <zip.h>

namespace wemo::sheets {

const QString unpacksToTooMuch = QStringLiteral("unpacks to too much");

namespace {
class ZipPart final : public QIODevice {
public:
    ZipPart(zip_file_t *file, qint64 most)
        : m_file(file)
        , m_most(most) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~ZipPart() override { zip_fclose(m_file); }
    Q_DISABLE_COPY_MOVE(ZipPart)

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_isAtEnd; }

protected:
    qint64 readData(char *data, qint64 most) override {
        if (m_isAtEnd || most <= 0)
            return m_isAtEnd ? -1 : 0;
        const qint64 read = zip_fread(m_file, data, static_cast<zip_uint64_t>(most));
        m_total += read;
        m_isAtEnd = read <= 0 || m_total > m_most;
        if (m_total > m_most)
            setErrorString(unpacksToTooMuch);
        return m_isAtEnd ? -1 : read;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_most;
    qint64 m_total = 0;
    bool m_isAtEnd = false;
};

Failure damaged(const QString &detail) {
    return failure(ErrorKind::InvalidInput, "damaged", "The workbook is damaged.", detail);
}
} // namespace

ZipArchive::ZipArchive(QByteArray bytes, qint64 mostUnpacked)
    : m_bytes(std::move(bytes))
    , m_mostUnpacked(mostUnpacked) {}

ZipArchive::~ZipArchive() {
    if (m_zip)
        zip_discard(m_zip);
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(QByteArray bytes, qint64 mostUnpacked) {
    std::unique_ptr<ZipArchive> archive(new ZipArchive(std::move(bytes), mostUnpacked));
    zip_error_t error;
    zip_error_init(&error);
    const auto size = static_cast<zip_uint64_t>(archive->m_bytes.size());
    zip_source_t *source = zip_source_buffer_create(archive->m_bytes.constData(), size, 0, &error);
    if (source)
        archive->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !archive->m_zip)
        zip_source_free(source);
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive->m_zip)
        return damaged(detail);
    return archive;
}

bool ZipArchive::has(const QString &name) const {
    return zip_name_locate(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<std::unique_ptr<QIODevice>> ZipArchive::part(const QString &name) const {
    const zip_int64_t index = zip_name_locate(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE);
    if (index < 0)
        return damaged("no part " + name);
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(m_zip, at, 0, &stat) == 0 && stat.size > static_cast<zip_uint64_t>(m_mostUnpacked))
        return failure(ErrorKind::TooLarge, "too-large", "The workbook unpacks to more than is read here.", name);
    zip_file_t *file = zip_fopen_index(m_zip, at, 0);
    if (file)
        return std::unique_ptr<QIODevice>(new ZipPart(file, m_mostUnpacked));
    const int code = zip_error_code_zip(zip_get_error(m_zip));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP)
        return failure(ErrorKind::InvalidInput, "password", "The workbook is protected by a password.");
    return damaged(QString::fromUtf8(zip_strerror(m_zip)));
}

} // namespace wemo::sheets
