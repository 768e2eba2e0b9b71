#include "services/pricing/impact_tasks.h"

#include "models/core/enum_names.h"

namespace wemo::pricing {

namespace {
constexpr EnumNames<ImpactState, 4> states{{{ImpactState::Running, "running"},
                                            {ImpactState::Done, "done"},
                                            {ImpactState::Canceled, "canceled"},
                                            {ImpactState::Failed, "failed"}}};
constexpr auto keptFor = std::chrono::hours(1);
} // namespace

QString toString(ImpactState state) {
    return states.toString(state);
}

QJsonObject toJson(const ImpactStatus &status) {
    QJsonObject json{{"state", toString(status.state)}, {"done", status.done}, {"total", status.total}};
    if (status.impact)
        json.insert("impact", toJson(*status.impact));
    if (status.error) {
        json.insert("code", status.error->code);
        json.insert("detail", status.error->message);
    }
    return json;
}

ImpactTasks::ImpactTasks(Run run, const Clock &clock, IdSource &ids)
    : m_run(std::move(run))
    , m_clock(clock)
    , m_ids(ids) {}

ImpactTasks::~ImpactTasks() {
    stop();
}

void ImpactTasks::start() {
    m_thread = std::thread([this] { loop(); });
}

void ImpactTasks::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        if (m_running)
            m_running->isCanceled = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<Id> ImpactTasks::add(ImpactRequest request) {
    const Id id = m_ids.next();
    {
        const std::lock_guard lock(m_mutex);
        forgetOld();
        if (m_waiting.size() >= mostWaiting) {
            Error error{ErrorKind::TooManyRequests, "impacts-busy", "Too many impacts are being worked out.", {}};
            error.retryAfterMs = 2000;
            return failure(std::move(error));
        }
        auto task = std::make_shared<Task>();
        task->request = std::move(request);
        m_tasks.emplace(id, task);
        m_waiting.push_back(std::move(task));
    }
    m_changed.notify_all();
    return id;
}

Result<std::shared_ptr<ImpactTasks::Task>> ImpactTasks::find(Id task) {
    const auto found = m_tasks.find(task);
    if (found != m_tasks.end())
        return found->second;
    return failure(ErrorKind::NotFound, "impact-gone",
                   "This is not known here: it ended long ago, or with the service that worked on it.");
}

Result<ImpactStatus> ImpactTasks::status(Id id) {
    const std::lock_guard lock(m_mutex);
    const Result<std::shared_ptr<Task>> found = find(id);
    if (!found)
        return Failure(found.error());
    const Task &task = **found;
    ImpactStatus status;
    status.done = task.done;
    status.total = task.total;
    if (!task.result)
        return status;
    const Result<Impact> &result = *task.result;
    if (result) {
        status.state = ImpactState::Done;
        status.impact = *result;
    } else {
        status.state = result.error().kind == ErrorKind::Canceled ? ImpactState::Canceled : ImpactState::Failed;
        status.error = result.error();
    }
    return status;
}

Result<void> ImpactTasks::cancel(Id id) {
    const std::lock_guard lock(m_mutex);
    const Result<std::shared_ptr<Task>> found = find(id);
    if (!found)
        return Failure(found.error());
    (*found)->isCanceled = true;
    return {};
}

void ImpactTasks::forgetOld() {
    const Instant now = m_clock.now();
    for (auto task = m_tasks.begin(); task != m_tasks.end();) {
        const bool isOld = task->second->result && task->second->endedAt + keptFor < now;
        task = isOld ? m_tasks.erase(task) : std::next(task);
    }
}

void ImpactTasks::loop() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        if (m_isStopping)
            return;
        m_running = m_waiting.front();
        m_waiting.pop_front();
        const std::shared_ptr<Task> task = m_running;
        lock.unlock();
        Result<Impact> result = failure(ErrorKind::Canceled, "canceled", "It was canceled.");
        if (!task->isCanceled)
            result = m_run(task->request, task->done, task->total, task->isCanceled);
        lock.lock();
        task->result = std::move(result);
        task->endedAt = m_clock.now();
        m_running.reset();
    }
}

} // namespace wemo::pricing
