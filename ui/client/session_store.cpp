#include "ui/client/session_store.h"

#include <QPromise>
#include <qt6keychain/keychain.h>

#include <memory>

namespace wemo::ui {

namespace {
const QString serviceName = QStringLiteral("wemo-console");

template <typename JobType>
JobType *makeJob(const QString &key, QObject *parent) {
    auto *job = new JobType(serviceName, parent); // deletes itself when it is done
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

Error unavailable(const QKeychain::Job &job) {
    return {ErrorKind::Unavailable, "no-secret-service", SessionStore::tr("This desktop offers no keyring."),
            job.errorString()};
}

/// Without a Secret Service QtKeychain says OtherError, never NoBackendAvailable; an empty one says EntryNotFound.
bool isAvailable(const QKeychain::Job &job) {
    return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
}
} // namespace

SessionStore::SessionStore(QObject *parent)
    : QObject(parent) {}

QFuture<Result<std::optional<QString>>> SessionStore::load(const QString &key) {
    const auto promise = std::make_shared<QPromise<Result<std::optional<QString>>>>();
    promise->start();
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key, this);
    connect(job, &QKeychain::Job::finished, this, [this, promise, job] {
        note(isAvailable(*job));
        if (!isAvailable(*job))
            promise->addResult(failure(unavailable(*job)));
        else if (job->error() == QKeychain::EntryNotFound || job->textData().isEmpty())
            promise->addResult(std::optional<QString>());
        else
            promise->addResult(std::optional(job->textData()));
        promise->finish();
    });
    job->start();
    return promise->future();
}

namespace {
template <typename JobType>
QFuture<Result<void>> run(JobType *job, SessionStore *store, std::function<void(bool)> note) {
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, store, [promise, job, note = std::move(note)] {
        note(isAvailable(*job));
        promise->addResult(isAvailable(*job) ? Result<void>() : Result<void>(failure(unavailable(*job))));
        promise->finish();
    });
    job->start();
    return promise->future();
}
} // namespace

QFuture<Result<void>> SessionStore::save(const QString &key, const QString &refreshToken) {
    auto *job = makeJob<QKeychain::WritePasswordJob>(key, this);
    job->setTextData(refreshToken);
    return run(job, this, [this](bool available) { note(available); });
}

QFuture<Result<void>> SessionStore::forget(const QString &key) {
    return run(makeJob<QKeychain::DeletePasswordJob>(key, this), this, [this](bool available) { note(available); });
}

void SessionStore::note(bool available) {
    const Availability availability = available ? Availability::Available : Availability::Unavailable;
    if (availability == m_availability)
        return;
    m_availability = availability;
    Q_EMIT availabilityChanged(availability);
}

} // namespace wemo::ui
