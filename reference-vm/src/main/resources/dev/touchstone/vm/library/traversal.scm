;; Procedures that call a procedure for each element (R7RS 6.4, 6.7, 6.8, 6.10). They are Scheme, so that what they
;; call can be captured and gone back to like anything else, and none of them changes what it has collected.

;; Whether all are pairs, for lists that end at the shortest.
(define (%all-pairs? lists)
  (or (null? lists)
      (and (pair? (car lists)) (%all-pairs? (cdr lists)))))

(define (%map-1 f list)
  (let loop ((list list) (collected '()))
    (if (pair? list)
        (loop (cdr list) (cons (f (car list)) collected))
        (reverse collected))))

(define (map f list . lists)
  (%check-procedure 'map 1 f)
  (%check-lists 'map list lists)
  (if (null? lists)
      (%map-1 f list)
      (let loop ((lists (cons list lists)) (collected '()))
        (if (%all-pairs? lists)
            (loop (%map-1 cdr lists) (cons (apply f (%map-1 car lists)) collected))
            (reverse collected)))))

(define (for-each f list . lists)
  (%check-procedure 'for-each 1 f)
  (%check-lists 'for-each list lists)
  (if (null? lists)
      (let loop ((list list))
        (if (pair? list)
            (begin
              (f (car list))
              (loop (cdr list)))))
      (let loop ((lists (cons list lists)))
        (if (%all-pairs? lists)
            (begin
              (apply f (%map-1 car lists))
              (loop (%map-1 cdr lists)))))))

;; Calls f with the elements at each index of sequences; collects what it returns, last first.
(define (%collect f ref sequences count)
  (let loop ((i 0) (collected '()))
    (if (< i count)
        (loop (+ i 1) (cons (apply f (%map-1 (lambda (s) (ref s i)) sequences)) collected))
        collected)))

(define (%visit f ref sequences count)
  (let loop ((i 0))
    (if (< i count)
        (begin
          (apply f (%map-1 (lambda (s) (ref s i)) sequences))
          (loop (+ i 1))))))

(define (vector-map f vector . vectors)
  (%check-procedure 'vector-map 1 f)
  (let ((all (cons vector vectors)))
    (list->vector (reverse (%collect f vector-ref all (%shortest-vector 'vector-map all))))))

(define (vector-for-each f vector . vectors)
  (%check-procedure 'vector-for-each 1 f)
  (let ((all (cons vector vectors)))
    (%visit f vector-ref all (%shortest-vector 'vector-for-each all))))

(define (string-map f string . strings)
  (%check-procedure 'string-map 1 f)
  (let ((all (cons string strings)))
    (list->string (reverse (%collect f string-ref all (%shortest-string 'string-map all))))))

(define (string-for-each f string . strings)
  (%check-procedure 'string-for-each 1 f)
  (let ((all (cons string strings)))
    (%visit f string-ref all (%shortest-string 'string-for-each all))))

;; ---- Searches (R7RS 6.4): with a predicate they call it, without one they are %member and %assoc, in Java.

(define (member x list . predicate)
  (if (null? predicate)
      (%member x list)
      (let ((same? (%only-predicate 'member predicate)))
        (%check-list 'member 2 list)
        (let loop ((list list))
          (cond
            ((null? list) #f)
            ((same? x (car list)) list)
            (else (loop (cdr list))))))))

(define (assoc x list . predicate)
  (if (null? predicate)
      (%assoc x list)
      (let ((same? (%only-predicate 'assoc predicate)))
        (%check-list 'assoc 2 list)
        (let loop ((list list))
          (cond
            ((null? list) #f)
            ((same? x (car (car list))) (car list))
            (else (loop (cdr list))))))))
