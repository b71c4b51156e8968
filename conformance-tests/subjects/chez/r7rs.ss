;;; What a script of R7RS finds in Chez beside Chez's own names: those that R6RS and Chez lack, or have with fewer arguments, each
;;; by way of Chez's own procedures. What would be more than a few lines is not here, and subject.yaml does not claim it.

(define (floor-quotient n d) (floor (/ n d)))
(define (floor-remainder n d) (modulo n d))
(define (truncate-quotient n d) (quotient n d))
(define (truncate-remainder n d) (remainder n d))
(define (floor/ n d) (values (floor-quotient n d) (floor-remainder n d)))
(define (truncate/ n d) (values (quotient n d) (remainder n d)))
(define (square x) (* x x))
(define (exact-integer? x) (and (integer? x) (exact? x)))

(define (list-set! l k value) (set-car! (list-tail l k) value))
(define member (case-lambda ((x l) (#%member x l)) ((x l same?) (memp (lambda (y) (same? x y)) l))))
(define assoc (case-lambda ((x l) (#%assoc x l)) ((x l same?) (assp (lambda (y) (same? x y)) l))))

(define string-copy
  (case-lambda
    ((s) (#%string-copy s))
    ((s from) (substring s from (string-length s)))
    ((s from to) (substring s from to))))
(define (string->list s . range) (#%string->list (if (null? range) s (apply string-copy s range))))
(define string-copy!
  (case-lambda
    ((to at from) (string-copy! to at from 0 (string-length from)))
    ((to at from start) (string-copy! to at from start (string-length from)))
    ((to at from start end) (#%string-copy! (substring from start end) 0 to at (- end start)))))
(define string-fill!
  (case-lambda
    ((s c) (#%string-fill! s c))
    ((s c from) (string-fill! s c from (string-length s)))
    ((s c from to)
     (string-copy s from to) ; an error before anything is stored
     (do ((i from (+ i 1))) ((>= i to)) (string-set! s i c)))))
(define (string-map f . strings)
  (let ((n (apply min (map string-length strings))))
    (list->string (apply map f (map (lambda (s) (string->list s 0 n)) strings)))))

(define vector-copy
  (case-lambda
    ((v) (#%vector-copy v))
    ((v from) (vector-copy v from (vector-length v)))
    ((v from to)
     (let ((new (make-vector (- to from))))
       (do ((i from (+ i 1))) ((= i to) new) (vector-set! new (- i from) (vector-ref v i)))))))
(define (vector->list v . range) (#%vector->list (if (null? range) v (apply vector-copy v range))))
(define vector-fill!
  (case-lambda
    ((v x) (#%vector-fill! v x))
    ((v x from) (vector-fill! v x from (vector-length v)))
    ((v x from to)
     (vector-copy v from to)
     (do ((i from (+ i 1))) ((>= i to)) (vector-set! v i x)))))
(define vector-copy!
  (case-lambda
    ((to at from) (vector-copy! to at from 0 (vector-length from)))
    ((to at from start) (vector-copy! to at from start (vector-length from)))
    ((to at from start end)
     (let ((part (vector-copy from start end)))
       (vector-copy to at (+ at (- end start))) ; an error before anything is stored
       (do ((i start (+ i 1))) ((= i end)) (vector-set! to (+ at (- i start)) (vector-ref part (- i start))))))))
(define (vector-append . vectors) (list->vector (apply append (map vector->list vectors))))
(define (vector->string v . range) (list->string (apply vector->list v range)))
(define (string->vector s . range) (list->vector (apply string->list s range)))

(define (digit-value c) ; the digits of each script are ten in a row, and rows may adjoin
  (define (digit? n) (eq? (char-general-category (integer->char n)) 'Nd))
  (and (digit? (char->integer c))
       (let loop ((n (char->integer c)) (count 0)) (if (digit? (- n 1)) (loop (- n 1) (+ count 1)) (mod count 10)))))

(define (jiffies-per-second) 1000000000)
(define (current-jiffy)
  (let ((now (current-time 'time-monotonic))) (+ (* (time-second now) (jiffies-per-second)) (time-nanosecond now))))
(define (current-second)
  (let ((now (current-time 'time-utc))) (inexact (+ (time-second now) (/ (time-nanosecond now) 1000000000)))))

(define (write-shared x . port) (parameterize ((print-graph #t)) (apply write x port)))
(define write-simple write)
(define (write-string s . rest)
  (let ((s (if (or (null? rest) (null? (cdr rest))) s (apply string-copy s (cdr rest)))))
    (put-string (if (null? rest) (current-output-port) (car rest)) s)))
(define read-line (case-lambda (() (get-line (current-input-port))) ((port) (get-line port))))
(define read-string (case-lambda ((n) (get-string-n (current-input-port) n)) ((n port) (get-string-n port n))))

;; In Chez the first argument of `error` names who complains.
(define (error message . irritants)
  (raise (condition (make-error) (make-message-condition message) (make-irritants-condition irritants))))
(define (error-object? x) (and (condition? x) (message-condition? x)))
(define (error-object-message e) (condition-message e))
(define (error-object-irritants e) (if (irritants-condition? e) (condition-irritants e) (begin (condition-message e) (list))))
(define (file-error? x) (i/o-filename-error? x))
(define (read-error? x) (i/o-read-error? x))

(define (open-binary-input-file name) (open-file-input-port name))
(define (open-binary-output-file name) (open-file-output-port name (file-options no-fail)))

(define (input-port-open? port) (and (not (port-closed? port)) (input-port? port)))
(define (output-port-open? port) (and (not (port-closed? port)) (output-port? port)))
(define (emergency-exit . code) (apply exit code)) ; Chez's own leaves every dynamic-wind as it is
