#include "services/queue/checker.h"
#include "services/queue/moves.h"
#include "services/queue/scripts.h"
#include "tests/support/redis_server.h"

#include <QTest>

#include <map>
#include <random>
#include <set>
#include <thread>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

namespace {
constexpr int histories = 20'000;
const std::string base = "bull:h:";

/// Everything that can be done to a queue, in random order, by workers that may die between any two commands: after one
/// was sent and before its answer came, too. Time is simulated; a lock's end is its key removed. Beside the queue a
/// plain model says where each job must be.
class History {
public:
    History(redis::Pool &pool, unsigned seed, int steps)
        : m_queue(pool, "h")
        , m_random(seed)
        , m_steps(steps)
        , m_connection(*pool.lease()) {
        for (int i = 0; i < 3; ++i)
            m_workers.push_back(newWorker());
    }

    /// Empty where all was well; else what was wrong.
    std::string run() {
        command({"FLUSHDB"});
        for (int i = 0; i < m_steps && m_wrong.empty(); ++i)
            act();
        if (m_wrong.empty())
            compare();
        if (m_wrong.empty())
            finish();
        return m_wrong.empty() ? "" : m_wrong + "\n" + m_story;
    }

private:
    struct SimulatedWorker {
        Moves moves;
        std::vector<Moves::Lock> held;
        bool isDead = false;
    };
    enum class Place { Queued, Delayed, Active, Completed, Failed };

    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    void tell(const std::string &what) { m_story += what + "\n"; }
    void wrong(const std::string &what) {
        if (m_wrong.empty())
            m_wrong = what;
    }

    SimulatedWorker newWorker() {
        const std::string name = "w" + std::to_string(++m_names);
        return {Moves({base, name, name, std::chrono::hours(1)}), {}, false};
    }

    redis::Reply command(const redis::Args &args) {
        const auto reply = m_connection.command(args);
        if (!reply)
            wrong("Redis refused " + args.front());
        return reply.value_or(redis::Reply());
    }
    redis::Reply run(const redis::Script &script, redis::Args args) {
        const auto reply = script.run(m_connection, {base}, std::move(args));
        if (!reply)
            wrong("a script failed: " + reply.error().detail.toStdString());
        return reply.value_or(redis::Reply());
    }

    void act() {
        using Act = void (History::*)();
        static constexpr Act acts[] = {
            &History::add,          &History::add,    &History::add,    &History::step,    &History::step,
            &History::step,         &History::step,   &History::step,   &History::die,     &History::expire,
            &History::expire,       &History::sweep,  &History::sweep,  &History::extend,  &History::advance,
            &History::advance,      &History::toggle, &History::limit,  &History::promote, &History::changeDelay,
            &History::rank,         &History::remove, &History::replay, &History::clean,   &History::drain,
            &History::forgetScripts};
        (this->*acts[pick(static_cast<int>(std::size(acts)))])();
    }

    std::string anyId() { return "j" + std::to_string(pick(10)); }

    void add() {
        redis::Args args{std::to_string(m_now)};
        const int count = 1 + (pick(5) == 0 ? pick(14) : pick(3));
        args.push_back(std::to_string(count));
        std::vector<bool> delayed;
        for (int i = 0; i < count; ++i) {
            const int delay = pick(3) == 0 ? 1 + pick(500) : 0;
            delayed.push_back(delay > 0);
            const std::string id = pick(3) == 0 ? std::string() : anyId();
            for (const std::string &arg :
                 {id, std::string("n"), std::string("{}"), std::string("{}"), std::to_string(delay),
                  std::to_string(pick(3) == 0 ? 1 + pick(3) : 0), std::string(pick(4) == 0 ? "1" : "")})
                args.push_back(arg);
        }
        const redis::Reply added = run(Scripts::all().add, std::move(args));
        for (std::size_t i = 0; i + 1 < added.items.size(); i += 2) {
            const std::string &id = added.items[i].text;
            const bool isDuplicate = added.items[i + 1].integer == 1;
            tell("add " + id + (isDuplicate ? " again" : ""));
            if (isDuplicate != (m_places.count(id) > 0))
                wrong("add said " + std::to_string(isDuplicate) + " of " + id);
            if (!isDuplicate)
                m_places[id] = delayed[i / 2] ? Place::Delayed : Place::Queued;
        }
    }

    Ended endOf(const Moves::Lock &lock) {
        Ended ended;
        ended.id = lock.id;
        ended.token = lock.token;
        ended.how = static_cast<Ended::How>(pick(4));
        ended.text = ended.how == Ended::How::Completed ? "null" : "no";
        ended.stack = "[]";
        ended.made = 1;
        ended.delay = Milliseconds(pick(2) * pick(300));
        if (pick(4) == 0)
            ended.keep = {pick(3), {}};
        return ended;
    }

    /// A worker ends some of what it holds and takes more; it may die before it hears the answer.
    void step() {
        SimulatedWorker &worker = m_workers[static_cast<std::size_t>(pick(3))];
        std::vector<Ended> ended;
        for (std::size_t i = worker.held.size(); i-- > 0;)
            if (pick(2) == 0) {
                ended.push_back(endOf(worker.held[i]));
                worker.held.erase(worker.held.begin() + static_cast<std::ptrdiff_t>(i));
            }
        const int slots = pick(5) == 0 ? pick(16) : pick(4);
        const auto answer = worker.moves.step(m_connection, ended, slots, m_now);
        if (!answer)
            return wrong("a step failed: " + answer.error().detail.toStdString());
        if (static_cast<int>(answer->taken.size()) > slots)
            wrong("more was taken than asked for");
        std::vector<Ended> told;
        for (std::size_t i = 0; i < ended.size(); ++i) {
            settle(ended[i], answer->told[i]);
            if (answer->told[i])
                told.push_back(ended[i]);
        }
        followRetention(told, "completed", Place::Completed);
        followRetention(told, "failed", Place::Failed);
        const int before = countActive();
        for (const Taken &taken : answer->taken)
            take(taken);
        if (m_concurrency > 0 && !answer->taken.empty() && countActive() > std::max(before, m_concurrency))
            wrong("more are active than may be");
        tell(worker.moves.options().workerName + " ended " + std::to_string(ended.size()) + " took " +
             std::to_string(answer->taken.size()));
        for (const Taken &taken : answer->taken)
            worker.held.push_back({taken.job.id, taken.token});
        if (pick(12) == 0)
            kill(worker);
    }

    int countActive() const {
        return static_cast<int>(std::count_if(m_places.begin(), m_places.end(),
                                              [](const auto &job) { return job.second == Place::Active; }));
    }

    void take(const Taken &taken) {
        const std::string &id = taken.job.id;
        tell("take " + id);
        const auto place = m_places.find(id);
        if (place == m_places.end() || place->second == Place::Completed || place->second == Place::Failed ||
            place->second == Place::Active)
            wrong("took " + id + ", which does not wait");
        if (m_isPaused)
            wrong("took " + id + " while paused");
        m_places[id] = Place::Active;
        m_locks[id] = taken.token;
    }

    void settle(const Ended &ended, bool told) {
        const auto lock = m_locks.find(ended.id);
        const bool isOurs = lock != m_locks.end() && lock->second == ended.token;
        tell("end " + ended.id + " as " + std::to_string(static_cast<int>(ended.how)) + (told ? "" : " refused"));
        if (told != isOurs)
            return wrong("told " + std::to_string(told) + " of the end of " + ended.id);
        if (!told)
            return;
        m_locks.erase(lock);
        const bool isOver = ended.how == Ended::How::Completed || ended.how == Ended::How::Failed;
        if (isOver && ended.keep.count == 0)
            m_places.erase(ended.id);
        else if (isOver)
            m_places[ended.id] = ended.how == Ended::How::Completed ? Place::Completed : Place::Failed;
        else
            m_places[ended.id] =
                ended.how == Ended::How::Retry && ended.delay.count() > 0 ? Place::Delayed : Place::Queued;
    }

    /// The oldest beyond the count are gone: which, the set itself knows, but never how many.
    void followRetention(const std::vector<Ended> &ended, const std::string &kind, Place place) {
        const auto isRule = [&](const Ended &one) {
            const bool isKind = one.how == (place == Place::Completed ? Ended::How::Completed : Ended::How::Failed);
            return isKind && one.keep.count && *one.keep.count > 0;
        };
        const auto rule = std::find_if(ended.begin(), ended.end(), isRule);
        if (rule == ended.end())
            return;
        std::set<std::string> ids;
        for (const redis::Reply &id : command({"ZRANGE", base + kind, "0", "-1"}).items)
            ids.insert(id.text);
        if (static_cast<long long>(ids.size()) > *rule->keep.count)
            wrong("retention kept " + std::to_string(ids.size()) + " of " + kind);
        for (auto it = m_places.begin(); it != m_places.end();)
            it = it->second == place && ids.count(it->first) == 0 ? m_places.erase(it) : std::next(it);
    }

    void kill(SimulatedWorker &worker) {
        tell(worker.moves.options().workerName + " dies");
        worker = newWorker(); // its locks stay until their time is over
    }
    void die() { kill(m_workers[static_cast<std::size_t>(pick(3))]); }

    void expire() {
        if (m_locks.empty())
            return;
        const auto lock = std::next(m_locks.begin(), pick(static_cast<int>(m_locks.size())));
        tell("lock of " + lock->first + " runs out");
        command({"DEL", base + lock->first + ":lock"});
        m_locks.erase(lock);
    }

    void sweep() {
        command({"DEL", base + "stalled-check"});
        const auto back = m_workers[0].moves.sweep(m_connection, Milliseconds(1), 2, m_now);
        if (!back)
            return wrong("a sweep failed");
        for (const std::string &id : *back) {
            tell("stalled " + id);
            if (m_places.at(id) != Place::Active || m_locks.count(id) > 0)
                wrong("swept " + id + ", which did not stall");
            m_places[id] = Place::Queued;
        }
    }

    void extend() {
        SimulatedWorker &worker = m_workers[static_cast<std::size_t>(pick(3))];
        if (worker.held.empty())
            return;
        const auto lost = worker.moves.extend(m_connection, worker.held);
        if (!lost)
            return wrong("extending failed");

        for (const Moves::Lock &lock : worker.held) {
            const auto known = m_locks.find(lock.id);
            if ((known == m_locks.end() || known->second != lock.token) !=
                (std::find(lost->begin(), lost->end(), lock) != lost->end()))
                wrong("extending was wrong about " + lock.id);
        }
    }

    void advance() { m_now += 1 + pick(400); }
    void toggle() {
        m_isPaused = !m_isPaused && pick(3) == 0;
        tell(m_isPaused ? "pause" : "resume");
        run(Scripts::all().pause, {m_isPaused ? "paused" : "resumed"});
    }
    void limit() {
        const std::string meta = base + "meta";
        switch (pick(4)) {
        case 0:
            m_concurrency = 1 + pick(2);
            command({"HSET", meta, "concurrency", std::to_string(m_concurrency)});
            break;
        case 1:
            command({"HSET", meta, "wemo.rate", "5", "wemo.burst", "2"});
            break;
        default:
            m_concurrency = 0;
            command({"HDEL", meta, "concurrency", "wemo.rate", "wemo.burst"});
        }
    }
    void forgetScripts() {
        if (pick(8) == 0)
            command({"SCRIPT", "FLUSH"});
    }

    bool is(const std::string &id, std::initializer_list<Place> places) const {
        const auto place = m_places.find(id);
        return place != m_places.end() && std::find(places.begin(), places.end(), place->second) != places.end();
    }
    /// What the scripts say of one id must be what the model says; true where it was done.
    bool change(const redis::Script &script, redis::Args before, const std::string &id, bool isPossible) {
        before.push_back(id);
        const redis::Reply answer = run(script, std::move(before));
        const std::string word = answer.items.empty() ? "" : answer.items[0].text;
        tell("change " + id + ": " + word);
        const char *otherwise = m_places.count(id) == 0 ? "not-found" : "wrong-state";
        if (word != (isPossible ? "done" : otherwise) && !(word == "active" && is(id, {Place::Active})))
            wrong("\"" + word + "\" of " + id);
        return word == "done";
    }
    void promote() {
        const std::string id = anyId();
        // One that is due may be promoted by any script that looked before.
        promoteDue();
        if (change(Scripts::all().promote, {}, id, isReallyDelayed(id)))
            m_places[id] = Place::Queued;
    }
    void changeDelay() {
        const std::string id = anyId();
        promoteDue();
        if (change(Scripts::all().delay, {std::to_string(m_now), std::to_string(1 + pick(300))}, id,
                   isReallyDelayed(id)))
            m_places[id] = Place::Delayed;
    }
    void rank() {
        const std::string id = anyId();
        change(Scripts::all().priority, {std::to_string(pick(3))}, id, is(id, {Place::Queued, Place::Delayed}));
    }
    void remove() {
        const std::string id = anyId();
        const bool isPossible = m_places.count(id) > 0 && !is(id, {Place::Active});
        if (change(Scripts::all().remove, {}, id, isPossible))
            m_places.erase(id);
    }
    void replay() {
        const std::string id = anyId();
        if (change(Scripts::all().replay, {}, id, is(id, {Place::Completed, Place::Failed})))
            m_places[id] = Place::Queued;
    }
    void clean() {
        static const char *const states[] = {"completed", "failed", "delayed", "prioritized", "wait"};
        const std::string state = states[pick(5)];
        run(Scripts::all().clean, {state, std::to_string(m_now - pick(300)), "2", "0"});
        tell("clean " + state);
        followRemovals();
    }
    void drain() {
        if (pick(3) != 0)
            return;
        run(Scripts::all().drain, {"3", pick(2) == 0 ? "1" : ""});
        tell("drain");
        followRemovals();
    }

    bool isReallyDelayed(const std::string &id) { return !command({"ZSCORE", base + "delayed", id}).isNil(); }
    void promoteDue() {
        for (auto &[id, place] : m_places)
            if (place == Place::Delayed && !isReallyDelayed(id))
                place = Place::Queued;
    }
    /// Clean and drain choose for themselves: what is gone must have been there to be removed.
    void followRemovals() {
        for (auto it = m_places.begin(); it != m_places.end();) {
            const bool isGone = command({"EXISTS", base + it->first}).integer == 0;
            if (isGone && it->second == Place::Active)
                wrong("an active job was removed: " + it->first);
            it = isGone ? m_places.erase(it) : std::next(it);
        }
    }

    /// Every job of the model stands where it says, and the queue holds no other.
    void compare() {
        promoteDue();
        static const std::vector<std::pair<std::string, std::set<Place>>> lists{
            {"wait", {Place::Queued}},     {"active", {Place::Active}},       {"prioritized", {Place::Queued}},
            {"delayed", {Place::Delayed}}, {"completed", {Place::Completed}}, {"failed", {Place::Failed}}};
        std::size_t found = 0;
        for (const auto &[name, places] : lists) {
            const bool isList = name == "wait" || name == "active";
            const redis::Reply ids = command({isList ? "LRANGE" : "ZRANGE", base + name, "0", "-1"});
            found += ids.items.size();
            for (const redis::Reply &id : ids.items)
                if (m_places.count(id.text) == 0 || places.count(m_places[id.text]) == 0)
                    wrong(id.text + " is in " + name + " and should not be");
        }
        if (found != m_places.size())
            wrong("the queue has " + std::to_string(found) + " jobs, not " + std::to_string(m_places.size()));
        checkRules();
    }
    void checkRules() {
        const auto faults = check(m_queue);
        if (!faults)
            return wrong("the check failed");
        for (const Fault &fault : *faults)
            wrong(fault.subject + " " + fault.what);
    }

    /// All workers die, all locks run out, every delay passes: one new worker must find and finish all there is.
    void finish() {
        command({"HDEL", base + "meta", "concurrency", "wemo.rate", "wemo.burst"});
        run(Scripts::all().pause, {"resumed"});
        m_isPaused = false;
        while (!m_locks.empty())
            expire();
        sweep();
        sweep();
        m_now += 10'000;
        SimulatedWorker last = newWorker();
        for (int i = 0; i < 200; ++i) {
            const auto taken = last.moves.step(m_connection, {}, 5, m_now);
            if (!taken || taken->taken.empty())
                break;
            std::vector<Ended> ended;
            for (const Taken &one : taken->taken) {
                Ended done;
                done.id = one.job.id;
                done.token = one.token;
                ended.push_back(done);
                m_places[one.job.id] = Place::Completed;
            }
            (void)last.moves.step(m_connection, ended, 0, m_now);
        }
        for (const auto &[id, place] : m_places)
            if (place != Place::Completed && place != Place::Failed)
                wrong(id + " was never finished");
        const auto counts = m_queue.counts();
        if (!counts || counts->waiting + counts->prioritized + counts->delayed + counts->active != 0)
            wrong("something is left in the queue");
        if (counts && static_cast<std::size_t>(counts->completed + counts->failed) != m_places.size())
            wrong("finished jobs are missing");
        checkRules();
    }

    Queue m_queue;
    std::mt19937 m_random;
    const int m_steps;
    redis::Connection m_connection;
    long long m_now = 1'700'000'000'000;
    int m_names = 0;
    bool m_isPaused = false;
    int m_concurrency = 0; ///< 0 = as many as there are
    std::vector<SimulatedWorker> m_workers;
    std::map<std::string, Place> m_places;
    std::map<std::string, std::string> m_locks; ///< job, token: what Redis must have
    std::string m_wrong, m_story;
};
} // namespace

class HistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyJobIsInOnePlaceWhateverHappens() {
        std::string faults[2];
        std::thread others([&] { faults[1] = play(2); });
        faults[0] = play(1);
        others.join();
        for (const std::string &fault : faults)
            QVERIFY2(fault.empty(), fault.c_str());
    }

private:
    /// Every second history from that one on; what went wrong.
    static std::string play(unsigned first) {
        RedisServer server;
        redis::Pool pool(server.options());
        for (unsigned seed = first; seed <= histories; seed += 2) {
            const std::string wrong = History(pool, seed, 6 + static_cast<int>(seed % 23)).run();
            if (!wrong.empty())
                return "history " + std::to_string(seed) + ": " + wrong;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
