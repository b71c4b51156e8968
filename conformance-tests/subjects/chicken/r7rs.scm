;;; What a script of R7RS finds in Chicken 5 beside Chicken's own names: those that the core system lacks, or has with fewer
;;; arguments, each by way of Chicken's own procedures. What would be more than a few lines is not here, and subject.yaml does not
;;; claim it. (The egg r7rs has more; it is not part of the core system.)

(define (floor-quotient n d) (floor (/ n d)))
(define (floor-remainder n d) (modulo n d))
(define (truncate-quotient n d) (quotient n d))
(define (truncate-remainder n d) (remainder n d))
(define (floor/ n d) (values (floor-quotient n d) (floor-remainder n d)))
(define (truncate/ n d) (values (quotient n d) (remainder n d)))
(define (square x) (* x x))
(define exact inexact->exact)
(define inexact exact->inexact)

(define (boolean=? a b . more)
  (and (boolean? a) (eq? a b) (or (null? more) (apply boolean=? b more))))

(define (symbol=? a b . more) (and (eq? a b) (or (null? more) (apply symbol=? b more))))
(define (in-order? before?)
  (lambda (a b . more)
    (let loop ((a a) (b b) (more more))
      (if (null? more) (before? a b) (and (before? a b) (loop b (car more) (cdr more)))))))
(define char=? (in-order? char=?))
(define char<? (in-order? char<?))
(define char>? (in-order? char>?))
(define char<=? (in-order? char<=?))
(define char>=? (in-order? char>=?))
(define string=? (in-order? string=?))
(define string<? (in-order? string<?))
(define string>? (in-order? string>?))
(define string<=? (in-order? string<=?))
(define string>=? (in-order? string>=?))

(define (make-list n #!optional (x #f)) (vector->list (make-vector n x)))
(define (list-copy x) (if (pair? x) (cons (car x) (list-copy (cdr x))) x))
(define (list-set! l k value) (set-car! (list-tail l k) value))
(define member
  (let ((member member))
    (lambda (x l #!optional same?)
      (if same? (let loop ((l l)) (and (pair? l) (if (same? x (car l)) l (loop (cdr l))))) (member x l)))))
(define assoc
  (let ((assoc assoc))
    (lambda (x l #!optional same?)
      (if same?
          (let loop ((l l)) (and (pair? l) (if (same? x (caar l)) (car l) (loop (cdr l)))))
          (assoc x l)))))

(define string-copy
  (let ((copy string-copy) (substring substring))
    (lambda (s #!optional (from 0) (to (string-length s))) (substring s from to))))
(define string->list
  (let ((string->list string->list)) (lambda (s . range) (string->list (if (null? range) s (apply string-copy s range))))))
(define (string-copy! to at from #!optional (start 0) (end (string-length from)))
  (let ((part (string-copy from start end)))
    (string-copy to at (+ at (- end start))) ; an error before anything is stored
    (do ((i start (+ i 1))) ((= i end)) (string-set! to (+ at (- i start)) (string-ref part (- i start))))))
(define (string-fill! s c #!optional (from 0) (to (string-length s)))
  (string-copy s from to) ; an error before anything is stored
  (do ((i from (+ i 1))) ((>= i to)) (string-set! s i c)))

(define (vector-copy v #!optional (from 0) (to (vector-length v))) (subvector v from to))
(define vector->list
  (let ((vector->list vector->list)) (lambda (v . range) (vector->list (if (null? range) v (apply vector-copy v range))))))
(define (vector-fill! v x #!optional (from 0) (to (vector-length v)))
  (vector-copy v from to)
  (do ((i from (+ i 1))) ((>= i to)) (vector-set! v i x)))
(define (vector-copy! to at from #!optional (start 0) (end (vector-length from)))
  (let ((part (vector-copy from start end)))
    (vector-copy to at (+ at (- end start))) ; an error before anything is stored
    (do ((i start (+ i 1))) ((= i end)) (vector-set! to (+ at (- i start)) (vector-ref part (- i start))))))
(define (vector-append . vectors) (list->vector (apply append (map vector->list vectors))))
(define (vector->string v . range) (list->string (apply vector->list v range)))
(define (string->vector s . range) (list->vector (apply string->list s range)))
(define write-simple write)
